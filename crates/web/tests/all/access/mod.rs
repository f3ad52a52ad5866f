//! Who may do what: every route asked by everybody, and what may not come out of any of them (S1 to S7).

mod api_lines;
mod assignment;
mod canary;
mod furniture;
mod html;
mod injection;
mod lines;
mod matrix;
mod page_lines;
mod rows;
mod rules;
mod scopes;
mod script;
mod sign_in;
mod world;
