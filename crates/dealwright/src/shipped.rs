//! The processes that come with the product, published into an empty installation.

use desk::Desk;
use desk::process::PublishProcess;
use sales::Actor;

/// Definition and whether new deals start in it from the first day.
const SHIPPED: [(&str, bool); 2] = [
    (include_str!("../../../processes/six-stage-funnel/process.yaml"), true),
    (include_str!("../../../processes/simple-deal/process.yaml"), true),
];

/// Publishes them in order: the first active one takes new deals unless another is named.
pub async fn publish(desk: &Desk, by: &Actor) -> anyhow::Result<()> {
    for (definition, active) in SHIPPED {
        desk.write(by, PublishProcess { definition: definition.to_owned(), active }).await?;
    }
    Ok(())
}
