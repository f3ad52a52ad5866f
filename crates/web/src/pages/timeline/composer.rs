//! One line that takes a note and grows with it; a slash in it opens the form of an activity.

use desk::look::Of;
use maud::{Markup, html};

use crate::routes;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;

pub(super) fn composer(of: Of, visitor: &Visitor) -> Markup {
    let (noun, id) = match of {
        Of::Deal(id) => ("deal", id),
        Of::Company(id) => ("company", id),
        Of::Person(id) => ("person", id),
    };
    let speech = &visitor.speech;
    let activity = routes::new_activity(&format!("{noun}={id}"), "log", "");
    let note = Field::area("body", speech.t("field-note"), 1)
        .label_unseen()
        .required()
        .attr("placeholder", speech.t("composer-hint"))
        .attr("autocomplete", "off")
        .attr("data-key", "n");
    html! {
        form.composer method="post" action=(routes::NOTES) data-kept="" data-ctrl-enter="" data-composer=(activity)
            data-hx-post=(routes::NOTES) data-hx-target="#dialogs" data-hx-swap="beforeend" {
            (visitor.token())
            input type="hidden" name=(noun) value=(id);
            input type="hidden" name="back" value=(super::page(of));
            (note.show(speech))
            (Button::plain(speech.t("write-note")).submit())
        }
    }
}
