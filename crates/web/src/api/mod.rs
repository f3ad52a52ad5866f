//! JSON for programs, over the same acts and looks as the pages.

pub mod v1;

pub(crate) use v1::Problem;

use crate::routing::Routes;

pub fn routes() -> Routes {
    v1::routes()
}
