//! Activities: planning, doing, moving and cancelling them. A planned one of a deal is its next step.

mod cancel_activity;
mod complete_activity;
mod log_activity;
pub(crate) mod next_step;
pub(crate) mod plan;
mod reschedule_activity;
mod subject;

pub use cancel_activity::CancelActivity;
pub use complete_activity::{CompleteActivity, Completed};
pub use log_activity::LogActivity;
pub use plan::PlanActivity;
pub use reschedule_activity::RescheduleActivity;
pub use subject::On;

pub(crate) use subject::{Ground, ground, ground_of};
