//! A map of the text, read by its known keys.

use super::{Node, Report, Spot, both, nearest};

/// A map whose keys have been judged: unknown ones, later ones and those without value are in the report.
#[derive(Clone, Copy)]
pub struct Keys<'a> {
    pub node: &'a Node,
}

impl<'a> Keys<'a> {
    /// `known`: keys of this map. `later`: keys of the language that this installation does not have.
    pub fn open(node: &'a Node, known: &[&str], later: &[&str], report: &mut Report) -> Option<Self> {
        let Some(entries) = node.map() else {
            report.shape(
                &node.spot,
                both(format!("Keys: {}.", known.join(", ")), format!("Ключи: {}.", known.join(", "))),
            );
            return None;
        };
        for (name, spot, value) in entries {
            if later.contains(&name.as_str()) {
                unavailable(name, spot, report);
            } else if value.is_empty() {
                without_value(name, spot, report);
            } else if !known.contains(&name.as_str()) {
                let near = nearest(name, known.iter().copied());
                report.unknown("DW102", spot, both("key", "ключ"), name, near.as_deref());
            }
        }
        Some(Self { node })
    }

    pub fn get(&self, key: &str) -> Option<&'a Node> {
        self.node.get(key).filter(|node| !node.is_empty())
    }

    pub fn text(&self, key: &str, report: &mut Report) -> Option<&'a str> {
        let node = self.get(key)?;
        if node.text().is_none() {
            report.shape(&node.spot, both("One word or sentence.", "Одно слово или фраза."));
        }
        node.text()
    }

    /// `true` or `false`; absent counts as false.
    pub fn flag(&self, key: &str, report: &mut Report) -> bool {
        let Some(node) = self.get(key) else { return false };
        if node.truth().is_none() {
            report.shape(&node.spot, both("true or false.", "true или false."));
        }
        node.truth().unwrap_or(false)
    }

    /// A list of words; a single word counts as a list of one.
    pub fn texts(&self, key: &str, report: &mut Report) -> Vec<(&'a str, &'a Spot)> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let mut texts = Vec::new();
        for item in node.items() {
            match item.text() {
                Some(text) => texts.push((text, &item.spot)),
                None => report.shape(&item.spot, both("A list of words.", "Список слов.")),
            }
        }
        texts
    }
}

fn without_value(name: &str, spot: &Spot, report: &mut Report) {
    report.blocks(
        "DW104",
        spot,
        both(format!("The key {name} has no value."), format!("У ключа {name} нет значения.")),
        both(
            "Inside { } a comma ends a value: put a condition with commas in quotes.",
            "Внутри { } запятая заканчивает значение: возьмите условие с запятыми в кавычки.",
        ),
    );
}

/// The one finding that answers a construct of the language which this installation does not have (DW213).
pub fn unavailable(name: &str, spot: &Spot, report: &mut Report) {
    report.blocks(
        "DW213",
        spot,
        both(
            format!("{name} is not available in this installation."),
            format!("«{name}» в этой установке не поддерживается."),
        ),
        both("Leave it out, or use a later version.", "Уберите его или используйте более новую версию."),
    );
}
