//! Who owns a client. One without an owner is everybody's to see and to change, until somebody takes it.

use maud::{Markup, html};

use crate::faults::Faults;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Avatar, Button, Fact, Field, avatar};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The owner among the facts of a record's page, with the act of taking it where nobody has.
pub(in crate::pages) fn fact(name: Option<&str>, record: &str, may_write: bool, visitor: &Visitor) -> Fact {
    let speech = &visitor.speech;
    let is = html! {
        @if let Some(name) = name { span.member { (avatar(&Avatar::of(name))) " " (name) } }
        @else {
            div.unowned {
                span.unset { (speech.t("owner-nobody")) }
                @if may_write {
                    form method="post" action=(routes::act(record, "owner")) {
                        (visitor.token())
                        (Button::plain(speech.t("owner-take")).small().submit())
                    }
                }
            }
        }
    };
    Fact::new(speech.t("field-owner"), is)
}

/// The owner in a row of a list; on a phone a row that has none does not say so.
pub(in crate::pages) fn cell(name: Option<&str>, speech: &Speech) -> Markup {
    html! {
        @match name {
            Some(name) => { td { (avatar(&Avatar::of(name))) } }
            None => { td data-none="" { span.unset { (speech.t("owner-nobody")) } } }
        }
    }
}

/// Who is to own it.
pub(in crate::pages) fn field(
    form: &Form,
    members: &[(String, String)],
    faults: &Faults,
    speech: &Speech,
) -> Markup {
    let mut options = members.to_vec();
    options.insert(0, (String::new(), speech.t("owner-everybody")));
    Field::select("owner", speech.t("field-owner"), options)
        .value(form.text("owner"))
        .error(faults.at("owner", speech))
        .show(speech)
}
