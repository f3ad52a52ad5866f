//! The first load of the board after signing in, as a browser with an empty cache does it: the page, and what it and its
//! styles and scripts name.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::addresses::BOARD_PAGE;
use crate::bench::Bench;
use crate::fixture::{HEAD, PASSWORD};
use crate::frame::{Engine, Figure, Target};
use crate::product::{Server, sign_in};

const DEALS: u32 = 100_000;
/// What a browser takes.
const ENCODINGS: &str = "gzip, deflate, br, zstd";

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let deals = bench.options.up_to(DEALS);
    let server = Server::start(&bench.product, &bench.fixture(deals)?.place())?;
    let mut plain = sign_in(&server, HEAD, PASSWORD)?;
    let mut packed = sign_in(&server, HEAD, PASSWORD)?.with("accept-encoding", ENCODINGS);
    let mut waiting = vec![BOARD_PAGE.to_owned()];
    let mut seen = BTreeSet::new();
    let (mut bytes, mut parts) = (0, Vec::new());
    while let Some(address) = waiting.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let weight = packed.get(&address)?.bytes;
        bytes += weight;
        parts.push(format!(
            "{} {:.1}",
            address.split('?').next().unwrap_or_default(),
            weight as f64 / 1_024.0
        ));
        waiting.extend(named(&plain.get(&address)?.text()));
    }
    let place = (Engine::Sqlite, deals);
    let kilobytes = bytes as f64 / 1_024.0;
    Ok(vec![
        Figure::absolute(
            "first load",
            "first load of the board",
            place,
            &[kilobytes],
            ("kB", Target::AtMost(100.0)),
        )
        .with(parts.join(", ")),
        Figure::absolute(
            "first load requests",
            "its requests",
            place,
            &[seen.len() as f64],
            ("requests", Target::AtMost(6.0)),
        ),
    ])
}

/// Assets that a page loads by itself: its style sheets, scripts, and what they import. Drawings that stand in the page
/// as `use` count once.
fn named(text: &str) -> Vec<String> {
    const LEADS: [&str; 6] = [
        "src=\"",
        "rel=\"stylesheet\" href=\"",
        "rel=\"modulepreload\" href=\"",
        "rel=\"icon\" href=\"",
        "from\"./",
        "import\"./",
    ];
    let mut found = Vec::new();
    for lead in LEADS {
        for rest in text.split(lead).skip(1) {
            let address = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
            if lead.ends_with("./") {
                found.push(format!("/assets/{address}"));
            } else if address.starts_with("/assets/") {
                found.push(address);
            }
        }
    }
    for rest in text.split("url(").skip(1) {
        let address = rest.split(')').next().unwrap_or_default().trim_matches(['"', '\'']);
        if address.starts_with("/assets/") {
            found.push(address.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_styles_and_scripts_but_not_its_links() {
        let page = r#"<link rel="stylesheet" href="/assets/a.css?v=1"><script src="/assets/b.js?v=2"></script><a href="/deals">"#;
        assert_eq!(named(page), ["/assets/b.js?v=2", "/assets/a.css?v=1"]);
        assert_eq!(
            named(r#"import{a}from"./c.js";x{background:url(/assets/d.svg)}"#),
            ["/assets/c.js", "/assets/d.svg"]
        );
    }
}
