//! The processes that come with the product, published into an empty installation.

use desk::process::{ListProcesses, PublishProcess};
use desk::{Act, Look, Result, Scene};
use store::Tx;

/// Definition and whether new deals start in it from the first day. The first takes new deals unless another is named.
const SHIPPED: [(&str, bool); 8] = [
    (include_str!("../../../processes/six-stage-funnel/process.yaml"), true),
    (include_str!("../../../processes/simple-deal/process.yaml"), true),
    (include_str!("../../../processes/deal-to-cash/process.yaml"), true),
    (include_str!("../../../processes/lead-to-job/process.yaml"), true),
    // A trade's own: an administrator activates them.
    (include_str!("../../../processes/staffing-status/process.yaml"), false),
    (include_str!("../../../processes/staffing-level/process.yaml"), false),
    (include_str!("../../../processes/staffing-order/process.yaml"), false),
    (include_str!("../../../processes/staffing-customer/process.yaml"), false),
];

/// Publishes them all, in order, where there is no process yet: an installation never begins with some of them.
#[derive(Clone, Copy, Debug)]
pub struct PublishShipped;

impl Act for PublishShipped {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        if !ListProcesses.look(tx, scene)?.is_empty() {
            return Ok(());
        }
        for (definition, active) in SHIPPED {
            PublishProcess { definition: definition.to_owned(), active }.run(tx, scene)?;
        }
        Ok(())
    }
}
