//! The program as its owner runs it: real processes, real files, real trouble.

#![expect(clippy::unwrap_used, reason = "a test that can't go on may panic")]

mod backup;
mod beginnings;
mod check;
mod examples;
mod faults;
mod hostile;
mod house;
mod kills;
mod load;
mod races;
mod story;
mod upgrade;

/// How many times a proof goes round: few in `make test`, as many as `make prove` asks for.
fn often(variable: &str, few: usize) -> usize {
    std::env::var(variable).map_or(few, |many| many.parse().unwrap())
}
