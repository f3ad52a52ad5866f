//! The page of one's own settings.

use axum::extract::State;
use desk::member::OwnProfile;
use maud::{Markup, html};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::posted::Form;
use crate::ui::{Button, Field, Icon, Nav, Page, Width, panel};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

/// Zones offered; the one in use stands first if it is another.
pub const ZONES: [&str; 14] = [
    "Europe/London",
    "Europe/Berlin",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Asia/Novosibirsk",
    "Asia/Almaty",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "UTC",
];

const THEMES: [&str; 3] = ["auto", "light", "dark"];

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let profile = app.desk.read(visitor.actor(), OwnProfile).await;
    let profile = profile.map_err(|error| Trouble::from(error).told(&visitor))?;
    let lang = if profile.language == process::Lang::Ru { Lang::Ru } else { Lang::En };
    let mut typed = vec![
        ("name".to_owned(), profile.name),
        ("language".to_owned(), lang.tag().to_owned()),
        ("time_zone".to_owned(), profile.time_zone.unwrap_or_default()),
        ("theme".to_owned(), profile.theme),
    ];
    if profile.single_keys {
        typed.push(("single_keys".to_owned(), "on".to_owned()));
    }
    let page = page(&Form(typed), &Faults::default(), &Faults::default(), &visitor);
    Ok(visitor.page(&page))
}

/// The page with what was typed and what is to be put right in either form.
pub fn page(form: &Form, faults: &Faults, of_password: &Faults, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let body = html! {
        (faults.summary(speech))
        (of_password.summary(speech))
        div.stack {
            (panel(&speech.t("profile-look"), None, &Markup::default(), &look(form, faults, visitor)))
            (panel(&speech.t("profile-password"), None, &Markup::default(), &password(of_password, visitor)))
            div.acts {
                a href="/archive" { (speech.t("profile-archive")) }
                form method="post" action="/sign-out" {
                    (visitor.token())
                    (Button::plain(speech.t("sign-out")).submit())
                }
            }
        }
    };
    let mut page = Page::new(speech.t("profile-title"), Nav::Profile, body);
    page.width = Width::Narrow;
    page
}

fn look(form: &Form, faults: &Faults, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let languages =
        Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), lang.name().to_owned())).collect();
    let themes = THEMES.into_iter().map(|key| (key.to_owned(), speech.t(&format!("theme-{key}")))).collect();
    html! {
        form.fields method="post" action="/profile" {
            (visitor.token())
            (Field::text("name", speech.t("field-name-own")).value(form.text("name"))
                .error(faults.at("name", speech)).required().show(speech))
            (Field::select("language", speech.t("field-language"), languages).value(form.text("language")).show(speech))
            (Field::select("theme", speech.t("field-theme"), themes).value(form.text("theme"))
                .error(faults.at("theme", speech)).show(speech))
            (Field::select("time_zone", speech.t("field-time-zone"), zones(form.text("time_zone"), speech))
                .value(form.text("time_zone")).error(faults.at("time_zone", speech)).show(speech))
            (Field::tick("single_keys", "on", &speech.t("field-single-keys"), form.is_on("single_keys")))
            div.acts { (Button::main(speech.t("profile-save")).icon(Icon::Check).submit()) }
        }
    }
}

fn zones(chosen: &str, speech: &Speech) -> Vec<(String, String)> {
    let mut zones = vec![(String::new(), speech.t("zone-of-installation"))];
    zones.extend(ZONES.iter().map(|zone| ((*zone).to_owned(), (*zone).to_owned())));
    if !chosen.is_empty() && !ZONES.contains(&chosen) {
        zones.push((chosen.to_owned(), chosen.to_owned()));
    }
    zones
}

fn password(faults: &Faults, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        form.fields method="post" action="/profile/password" {
            (visitor.token())
            (Field::input("password", "old", speech.t("field-old")).error(faults.at("old", speech).map(|_| speech.t("password-old-wrong")))
                .attr("autocomplete", "current-password").required().show(speech))
            (Field::input("password", "new", speech.t("field-new")).hint(speech.t("password-hint"))
                .error(faults.at("new", speech)).attr("autocomplete", "new-password").required().show(speech))
            div.acts { (Button::plain(speech.t("profile-change-password")).submit()) }
        }
    }
}
