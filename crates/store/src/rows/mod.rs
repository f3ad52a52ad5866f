//! Rows to and from the domain, one file a table or question. SQL lives here and in the engines alone.

pub mod access;
pub mod activities;
pub mod cases;
pub mod choices;
pub mod companies;
pub mod deal_board;
pub mod deal_filter;
pub mod deal_list;
pub mod deals;
pub mod events;
pub mod facts;
pub mod imports;
pub mod installation;
pub mod members;
pub mod notes;
pub mod notifications;
pub mod parts;
pub mod people;
pub mod processes;
pub mod products;
pub mod reach;
pub mod search;
pub mod tasks;
pub mod teams;
pub mod totals;
