//! The page of one's own settings.

use axum::extract::State;
use desk::member::{OwnProfile, Profile};
use maud::{Markup, html};

use super::sections::{elsewhere, head, look, password};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::posted::Form;
use crate::ui::{FieldError, Nav, Page, Width, panel};
use crate::visitor::Visitor;
use crate::words::Lang;

/// A form of the page that was refused, with what is to be put right.
pub enum Refused<'a> {
    Look(&'a Form, &'a Faults),
    Password(&'a [FieldError]),
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    Ok(visitor.page(&page(&app, None, &visitor).await?))
}

/// The page as things stand, with what was typed into the form that was refused.
///
/// # Errors
/// What the desk says of the profile.
pub async fn page(app: &App, refused: Option<Refused<'_>>, visitor: &Visitor) -> Result<Page, Trouble> {
    let profile = app.desk.read(visitor.actor(), OwnProfile).await;
    let profile = profile.map_err(|error| Trouble::from(error).told(visitor))?;
    let stands = as_typed(&profile);
    let none = Faults::default();
    let (form, faults, of_password): (_, _, &[FieldError]) = match refused {
        None => (&stands, &none, &[]),
        Some(Refused::Look(form, faults)) => (form, faults, &[]),
        Some(Refused::Password(wrong)) => (&stands, &none, wrong),
    };
    let speech = &visitor.speech;
    let titled = |key: &str, body: &Markup| panel(&speech.t(key), None, &Markup::default(), body);
    let body = html! {
        (head(&profile, speech))
        (titled("profile-look", &look(form, faults, visitor)))
        (titled("profile-password", &password(of_password, visitor)))
        (elsewhere(visitor))
    };
    let mut page = Page::new(speech.t("profile-title"), Nav::Profile, body);
    page.width = Width::Narrow;
    Ok(page)
}

fn as_typed(profile: &Profile) -> Form {
    let lang = if profile.language == process::Lang::Ru { Lang::Ru } else { Lang::En };
    let mut typed = vec![
        ("name".to_owned(), profile.name.clone()),
        ("language".to_owned(), lang.tag().to_owned()),
        ("time_zone".to_owned(), profile.time_zone.clone().unwrap_or_default()),
        ("theme".to_owned(), profile.theme.clone()),
    ];
    if profile.single_keys {
        typed.push(("single_keys".to_owned(), "on".to_owned()));
    }
    Form(typed)
}
