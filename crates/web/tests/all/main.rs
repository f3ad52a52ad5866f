//! The pages and the API, asked as a browser or a program would.

mod api;
mod companies;
mod deals;
mod house;
mod people;
mod search;
