//! A new deal: a name and a client suffice (seed 003.16).

use sales::activity::ActivityFields;
use sales::deal::DealFields;
use sales::{Fault, money};
use store::Tx;
use store::rows::{installation, processes};

use super::entry;
use crate::case;
use crate::{Act, Error, Result, Scene};

/// Makes a deal and starts its case in the process's first stage.
#[derive(Clone, Debug, Default)]
pub struct CreateDeal {
    pub fields: DealFields,
    /// The process to start; none takes the first active one.
    pub process: Option<String>,
    pub next_step: Option<ActivityFields>,
    pub source_id: Option<String>,
}

impl Act for CreateDeal {
    /// The new deal's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let mut fields = self.fields.clone();
        let owner = fields.owner_id.or(scene.by.member).ok_or(Error::field("owner", Fault::Required))?;
        scene.may_write(owner)?;
        fields.owner_id = Some(owner);
        if fields.currency.is_empty() {
            fields.currency = installation::get(tx)?.base_currency;
        }
        fields.currency =
            money::parse_currency(&fields.currency).map_err(|fault| Error::field("currency", fault))?;
        entry::check(tx, scene, &fields)?;
        if let Some(next) = &self.next_step {
            Error::unless_valid(next.faults())?;
        }
        let version = self.version(tx)?;
        case::start(tx, scene, self, &fields, owner, version)
    }
}

impl CreateDeal {
    fn version(&self, tx: &mut Tx) -> Result<i64> {
        let found = processes::find_active(tx, self.process.as_deref())?;
        found.ok_or_else(|| {
            let value = self.process.clone().unwrap_or_default();
            Error::field("process", Fault::Unknown { value })
        })
    }
}
