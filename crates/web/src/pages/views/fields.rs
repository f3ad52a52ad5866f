//! What is said of a view: its name, who finds it, whether one begins with it.

use desk::view::{Shared, ViewFields};
use maud::{Markup, html};

use crate::faults::Faults;
use crate::posted::Form;
use crate::ui::Field;
use crate::words::Speech;

pub(super) fn read(form: &Form) -> ViewFields {
    ViewFields {
        title: form.text("view").to_owned(),
        shared: Shared::parse(form.text("shared")).unwrap_or_default(),
        as_board: form.is_on("board"),
        query: form.text("query").to_owned(),
    }
}

/// `may_change` leaves out what only its owner settles.
pub(super) fn show(form: &Form, faults: &Faults, may_change: bool, speech: &Speech) -> Markup {
    let shared = Shared::ALL
        .map(|shared| (shared.key().to_owned(), speech.t(&format!("view-shared-{}", shared.key()))))
        .to_vec();
    html! {
        (faults.summary(speech))
        input type="hidden" name="board" value=(form.text("board"));
        input type="hidden" name="query" value=(form.text("query"));
        @if may_change {
            (Field::text("view", speech.t("field-view")).required().value(form.text("view"))
                .error(faults.at("view", speech)).show(speech))
            (Field::select("shared", speech.t("view-shared"), shared).value(form.text("shared"))
                .hint(speech.t("view-shared-hint")).show(speech))
        }
        (Field::tick("first", "on", &speech.t("view-first"), form.is_on("first")))
    }
}
