//! Mappings to choose from: those kept here, and those that the product brings along.

use desk::import::ListMappings;
use intake::Mapping;

use super::frame::said;
use crate::app::App;
use crate::visitor::Visitor;
use crate::words::Speech;

const SHIPPED: [&str; 3] = [
    include_str!("../../../../../mappings/maven.yaml"),
    include_str!("../../../../../mappings/maven-mixed-dates.yaml"),
    include_str!("../../../../../mappings/ru-deals.yaml"),
];

/// A mapping that may be chosen.
pub struct Offered {
    pub key: String,
    pub title: String,
    /// YAML.
    pub text: String,
}

/// All mappings, kept ones first; a kept one stands for the shipped one of its name.
///
/// # Errors
/// What the desk says.
pub async fn offered(app: &App, visitor: &Visitor) -> desk::Result<Vec<Offered>> {
    let kept = app.desk.read(visitor.actor(), ListMappings).await?;
    let mut all: Vec<Offered> =
        kept.into_iter().filter_map(|row| offer(&row.mapping, &visitor.speech)).collect();
    for text in SHIPPED {
        let new = offer(text, &visitor.speech).filter(|new| all.iter().all(|one| one.key != new.key));
        all.extend(new);
    }
    Ok(all)
}

fn offer(text: &str, speech: &Speech) -> Option<Offered> {
    let mapping = Mapping::from_yaml(text).ok()?;
    let title = said(&mapping.title, speech).to_owned();
    Some(Offered { key: mapping.name, title, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_mapping_can_be_read() {
        for text in SHIPPED {
            Mapping::from_yaml(text).unwrap();
        }
    }
}
