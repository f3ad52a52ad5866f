//! The parts of the page: who one is, how it looks, the password, and ways on.

use desk::member::Profile;
use maud::{Markup, html};

use crate::faults::Faults;
use crate::pages::zones::zones;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Avatar, Button, Field, FieldError, Icon, avatar, icon};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// Who one is here: what administrators set.
pub fn head(profile: &Profile, speech: &Speech) -> Markup {
    let role = speech.t(&format!("role-{}", profile.role));
    let facts = [profile.email.as_deref(), Some(role.as_str()), profile.team.as_deref()];
    html! {
        section.profile-head {
            span aria-hidden="true" { (avatar(&Avatar::of(profile.name.as_str()))) }
            div {
                h2 { (profile.name) }
                ul role="list" { @for fact in facts.into_iter().flatten() { li { (fact) } } }
            }
        }
    }
}

pub fn look(form: &Form, faults: &Faults, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let languages =
        Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), lang.name().to_owned())).collect();
    let themes = THEMES.into_iter().map(|key| (key.to_owned(), speech.t(&format!("theme-{key}")))).collect();
    html! {
        form.form-grid method="post" action="/profile" {
            (visitor.token())
            @if !faults.is_empty() { div.wide { (faults.summary(speech)) } }
            (Field::text("name", speech.t("field-name-own")).value(form.text("name"))
                .error(faults.at("name", speech)).attr("autocomplete", "name").required().show(speech))
            (Field::select("time_zone", speech.t("field-time-zone"), own_zones(form.text("time_zone"), speech))
                .value(form.text("time_zone")).error(faults.at("time_zone", speech)).show(speech))
            (Field::select("language", speech.t("field-language"), languages).value(form.text("language")).show(speech))
            (Field::select("theme", speech.t("field-theme"), themes).value(form.text("theme"))
                .error(faults.at("theme", speech)).show(speech))
            div.wide {
                (Field::tick("single_keys", "on", &speech.t("field-single-keys"), form.is_on("single_keys")))
                p.hint.under-tick { (speech.t("single-keys-hint")) }
            }
            div.acts.wide { (Button::main(speech.t("profile-save")).icon(Icon::Check).submit()) }
        }
    }
}

/// The company's own zone first.
fn own_zones(chosen: &str, speech: &Speech) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), speech.t("zone-of-installation"))];
    all.extend(zones(chosen));
    all
}

/// Nothing typed here is kept, so there is no summary that says so: focus goes to the field.
pub fn password(wrong: &[FieldError], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let field = |name: &'static str, means: &str| {
        let words = wrong.iter().find(|one| one.field == name).map(|one| one.words.clone());
        let field = Field::input("password", name, speech.t(&format!("field-{name}"))).required();
        let field = field.attr("autocomplete", means).error(words);
        if wrong.first().is_some_and(|first| first.field == name) {
            field.attr("autofocus", "")
        } else {
            field
        }
    };
    html! {
        form.form-grid.one-column method="post" action="/profile/password" {
            (visitor.token())
            (field("old", "current-password").show(speech))
            (field("new", "new-password").hint(speech.t("password-hint")).show(speech))
            div.acts.wide {
                (Button::plain(speech.t("profile-change-password")).submit())
                span.hint { (speech.t("password-ends-sessions")) }
            }
        }
    }
}

/// What else is one's own, and the way out.
pub fn elsewhere(visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let ways = [
        (Icon::Key, "profile-tokens", "profile-tokens-about", routes::settings("tokens")),
        (Icon::Bin, "profile-archive", "profile-archive-about", routes::ARCHIVE.to_owned()),
    ];
    html! {
        section.panel aria-label=(speech.t("profile-more")) {
            ul.onward role="list" {
                @for (drawing, title, about, address) in ways {
                    li {
                        a href=(address) {
                            (icon(drawing))
                            span { b { (speech.t(title)) } small { (speech.t(about)) } }
                            (icon(Icon::ChevronRight))
                        }
                    }
                }
            }
        }
        form.acts method="post" action="/sign-out" {
            (visitor.token())
            (Button::plain(speech.t("sign-out")).icon(Icon::Door).submit())
        }
    }
}
