//! The ledger as a page for people.

use super::ledger::{Ledger, SEEDS, State, Statement};

const TITLES: [&str; 4] = [
    "Staffing customer life cycle",
    "Leads of a service provider",
    "The deal as a process",
    "Activities and the six-stage funnel",
];

/// The whole of docs/conformance.md.
pub fn of(ledger: &Ledger) -> String {
    let mut page = String::from(
        "# Conformance\n\n\
         Four real sales processes are the measure of Dealwright. Each is decoded into numbered statements; this page\n\
         says for every one whether it holds, and which test or story shows it. It is written by `cargo xtask conformance`\n\
         from [conformance.toml](conformance.toml), and `make test` fails where a named proof does not exist.\n\n",
    );
    page.push_str(&format!("{} of {} statements hold.\n", ledger.done(), ledger.statements.len()));
    for ((seed, _), title) in SEEDS.iter().zip(TITLES) {
        page.push_str(&format!("\n## {seed} {title}\n\n| statement | state | test or story | what it demands |\n|---|---|---|---|\n"));
        for (id, statement) in ledger.statements.iter().filter(|(id, _)| id.starts_with(seed)) {
            page.push_str(&row(id, statement));
        }
    }
    page
}

fn row(id: &str, statement: &Statement) -> String {
    let state = match (statement.state, &statement.waits_for) {
        (State::Done, _) => "done".to_owned(),
        (State::NoRule, _) => "no rule".to_owned(),
        (State::Waits, part) => format!("waits: {}", part.as_deref().unwrap_or("not said")),
    };
    let proofs: Vec<String> = statement.proofs.iter().map(|proof| format!("`{proof}`")).collect();
    format!("| {id} | {state} | {} | {} |\n", proofs.join(", "), statement.demands.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_a_statement_waits_for() {
        let statement = Statement {
            demands: "Tracks.".into(),
            state: State::Waits,
            waits_for: Some("tracks".into()),
            proofs: Vec::new(),
        };
        assert_eq!(row("003.22", &statement), "| 003.22 | waits: tracks |  | Tracks. |\n");
    }

    #[test]
    fn a_row_names_its_proofs() {
        let proofs = vec!["desk::deal::a_deal_needs_a_client".into()];
        let statement =
            Statement { demands: "A client.".into(), state: State::Done, waits_for: None, proofs };
        assert_eq!(
            row("001.16", &statement),
            "| 001.16 | done | `desk::deal::a_deal_needs_a_client` | A client. |\n"
        );
    }
}
