//! Companies, people, deals, activities, money and working time: the facts and rules of selling that no
//! process holds. Pure: no database, no clock, no ids made here.

pub mod access;
pub mod activity;
pub mod calendar;
pub mod company;
pub mod contact;
pub mod deal;
pub mod event;
pub mod field;
pub mod file;
pub mod fold;
pub mod money;
pub mod person;
pub mod scope;
pub mod vocabulary;

pub use access::{Actor, Cause, Owners, Reach, Role};
pub use calendar::WorkingTime;
pub use event::Event;
pub use field::{Fault, FieldError};
pub use money::Money;
pub use scope::{Area, Level, Need, Scope, Within};
