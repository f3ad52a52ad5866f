//! One change to many deals: each by the act that changes a single one, in a transaction of its own, so that what one
//! deal refuses keeps no other. All of them carry one number and are taken back together.

mod change_many;
mod each;

pub use change_many::{ChangeMany, Kept, Outcome};

use sales::FieldError;
use sales::activity::ActivityFields;
use sales::deal::DealFields;

use crate::setting::{Setting, set};
use crate::{Error, Result};

/// Deals at most.
pub const MOST: usize = 1000;

/// What is done to each.
#[derive(Clone, Debug)]
pub enum Change {
    Assign {
        to: i64,
    },
    Set(Vec<Setting>),
    /// By the move of its process that leads to the stage.
    Move {
        stage: String,
        next_steps: Vec<ActivityFields>,
    },
    Archive,
}

impl Change {
    /// Refuses values that no deal can take, before any is asked.
    ///
    /// # Errors
    /// Every fault of them.
    pub fn check(&self) -> Result<()> {
        let faults = match self {
            Change::Set(settings) => {
                let set_here = |fault: &FieldError| settings.iter().any(|one| one.field == fault.field);
                set(&DealFields::default(), settings)?.faults().into_iter().filter(set_here).collect()
            }
            Change::Move { next_steps, .. } => {
                let faults = |(nth, step): (usize, &ActivityFields)| {
                    let named = move |fault: FieldError| FieldError {
                        field: format!("next_steps.{nth}.{}", fault.field),
                        ..fault
                    };
                    step.faults().into_iter().map(named)
                };
                next_steps.iter().enumerate().flat_map(faults).collect()
            }
            Change::Assign { .. } | Change::Archive => Vec::new(),
        };
        Error::unless_valid(faults)
    }
}
