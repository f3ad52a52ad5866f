//! What the pages of one import share: its steps, its address, its faults in words.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::import::{ImportFault, ImportView};
use intake::Says;
use maud::{Markup, html};

use crate::answer::Trouble;
use crate::routes;
use crate::ui::{Button, Crumb, Edge, Icon, Nav, Page, Stand, Step, Tone, steps, strip};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

/// Where an import stands among the five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    File,
    Columns,
    Check,
    Import,
    Mend,
}

const PLACES: [(Place, &str); 5] = [
    (Place::File, "import-step-file"),
    (Place::Columns, "import-step-columns"),
    (Place::Check, "import-step-check"),
    (Place::Import, "import-step-import"),
    (Place::Mend, "import-step-mend"),
];

/// The five steps; of a draft the columns can be gone back to. At their end stands what else may be done.
pub fn way(now: Place, draft: Option<i64>, aside: &Markup, speech: &Speech) -> Markup {
    let step = |(place, key): (Place, &str)| Step {
        name: speech.t(key),
        stand: match place {
            _ if place < now => Stand::Done,
            _ if place == now => Stand::Now,
            _ => Stand::Ahead,
        },
        href: draft.filter(|_| place == Place::Columns && place < now).map(routes::import),
    };
    let all: Vec<Step> = PLACES.into_iter().map(step).collect();
    html! {
        div.toolbar {
            (steps(&all, &speech.t("import-steps"), speech))
            @if !aside.0.is_empty() { div.toolbar-end { (aside) } }
        }
    }
}

/// A page of one import.
pub fn page(import: &ImportView, actions: Markup, body: Markup, speech: &Speech) -> Page {
    let mut page = Page::new(speech.t("nav-import"), Nav::Import, html! { div.stack { (body) } });
    page.about = Some(import.title.clone());
    page.crumbs = vec![Crumb { label: speech.t("import-list"), href: routes::IMPORTS.to_owned() }];
    page.actions = actions;
    page
}

/// A button that posts.
pub fn act(visitor: &Visitor, address: &str, button: &Button) -> Markup {
    html! { form method="post" action=(address) { (visitor.token()) (button.clone().submit()) } }
}

/// A sentence in the reader's language.
pub fn said<'a>(says: &'a Says, speech: &Speech) -> &'a str {
    match speech.lang {
        Lang::En => &says.en,
        Lang::Ru => &says.ru,
    }
}

/// What cannot be imported at all, and that nothing was written.
pub fn fault(words: &str, speech: &Speech) -> Markup {
    let words = html! { b { (words) } };
    html! {
        div.import-fault role="alert" tabindex="-1" data-focus="" {
            (strip(Edge(Tone::Red), Icon::Exclamation, &words, &speech.t("import-nothing-written"), &Markup::default()))
        }
    }
}

/// A fault of the files or the mapping, to be shown with the form; anything else goes on as trouble.
///
/// # Errors
/// What is no fault of an import.
pub fn import_fault(error: desk::Error, visitor: &Visitor) -> Result<ImportFault, Trouble> {
    match error {
        desk::Error::Import(fault) => Ok(fault),
        other => Err(Trouble::from(other).told(visitor)),
    }
}

/// A page that was not done as asked.
pub fn unfit(visitor: &Visitor, page: &Page) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, visitor.page(page)).into_response()
}

/// A count of rows as people write it.
pub fn figure(rows: u64, speech: &Speech) -> String {
    speech.number(i64::try_from(rows).unwrap_or(i64::MAX))
}
