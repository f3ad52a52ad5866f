//! The palette's answer: records first, then acts on what is in front, then pages.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use desk::search::{Found, Search};
use maud::html;
use sales::fold::fold;
use serde::Deserialize;

use super::places::{Way, acts, address, drawing, pages};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Find, Finds, Icon, marked, palette};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Records at a time.
const SHOWN: i64 = 8;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    /// The path of the page under the palette.
    at: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let words = asked.q.trim();
    let search = Search { text: words.to_owned(), kind: None, limit: SHOWN };
    let found = app.desk.read(visitor.actor(), search).await;
    let found = found.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let groups = [
        Finds { title: speech.t("find-title"), all: records(&found, words, speech) },
        Finds { title: speech.t("find-acts"), all: ways(acts(&asked.at, speech), words) },
        Finds { title: speech.t("find-pages"), all: ways(pages(visitor.shell().manages, speech), words) },
    ];
    let groups: Vec<Finds> = groups.into_iter().filter(|group| !group.all.is_empty()).collect();
    let nothing = speech.t_with("find-nothing", &[("words", words.into())]);
    Ok(palette(&groups, &nothing).into_response())
}

fn records(found: &[Found], words: &str, speech: &Speech) -> Vec<Find> {
    let mut all: Vec<Find> = found
        .iter()
        .map(|one| Find {
            icon: drawing(&one.kind),
            href: address(one),
            words: marked(&one.title, words),
            aside: speech.t(&format!("find-{}", one.kind)),
            key: None,
            opens: false,
        })
        .collect();
    if found.len() as i64 == SHOWN {
        all.push(Find {
            icon: Icon::Search,
            href: routes::query("/search", &[("q", words)]),
            words: html! { (speech.t("find-all")) },
            aside: String::new(),
            key: None,
            opens: false,
        });
    }
    all
}

/// Those whose words hold what was typed; all when nothing was.
fn ways(all: Vec<Way>, words: &str) -> Vec<Find> {
    let sought = fold(words);
    all.into_iter()
        .filter(|way| fold(&way.words).contains(&sought))
        .map(|way| Find {
            icon: way.icon,
            words: marked(&way.words, words),
            href: way.href,
            aside: String::new(),
            key: way.key,
            opens: way.opens,
        })
        .collect()
}
