//! Cases: where one stands, the ways out of its stage, what runs beside it, and moving it, on whichever record it runs.

mod about;
mod asked;
mod asks;
mod bar;
mod findings;
mod mends;
pub(super) mod move_case;
mod next_step;
mod of_company;
mod start;
pub(super) mod strands;
mod tasks;
pub(super) mod ways;

pub(super) use about::field_key;
pub(super) use asked::{Asked, goes_at_once};
pub(super) use bar::segments;
pub(super) use findings::findings;
pub(super) use mends::Mending;
pub(super) use move_case::{dialog, label, taken};
pub(super) use next_step::step;
pub(super) use of_company::OfCompany;
pub(super) use tasks::tasks;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/companies/{id}/cases/{process}", get(start::show).post(start::start)).route(
        "/companies/{id}/cases/{process}/moves/{key}",
        get(move_case::show_of_company).post(move_case::take_of_company),
    )
}
