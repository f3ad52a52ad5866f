//! The form of a member, new or known.

use desk::member::ListTeams;
use maud::{Markup, html};
use sales::Role;

use crate::app::App;
use crate::faults::Faults;
use crate::pages::settings::frame::conflict_strip;
use crate::pages::sheet::Sheet;
use crate::posted::Form;
use crate::routes::MEMBERS;
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;
use crate::words::Speech;

/// What is typed of a member.
pub struct Typed {
    pub name: String,
    pub email: Option<String>,
    pub role: Role,
    pub team: Option<i64>,
}

impl Typed {
    pub fn of(form: &Form) -> Typed {
        Typed {
            name: form.text("name").to_owned(),
            email: form.owned("email"),
            role: Role::parse(form.text("role")).unwrap_or(Role::Rep),
            team: form.id("team"),
        }
    }
}

/// Why a form was refused; nothing when it is shown for the first time.
#[derive(Default)]
pub struct Refused {
    pub faults: Faults,
    /// Why the member's state forbids it, such as being the last administrator.
    pub conflict: Option<String>,
}

impl Refused {
    /// # Errors
    /// What names neither fields nor a state.
    pub fn of(error: desk::Error, speech: &Speech) -> Result<Refused, desk::Error> {
        match error {
            desk::Error::Conflict(why) => {
                let words = speech.t(&format!("conflict-{}", why.key()));
                Ok(Refused { conflict: Some(words), ..Refused::default() })
            }
            other => Ok(Refused { faults: Faults::of(other)?, conflict: None }),
        }
    }
}

/// Teams as a select offers them, those below set in.
pub async fn teams(app: &App, visitor: &Visitor) -> desk::Result<Vec<(String, String)>> {
    let teams = app.desk.read(visitor.actor(), ListTeams).await?;
    let mut options = vec![(String::new(), visitor.speech.t("team-none"))];
    let kept = teams.into_iter().filter(|team| team.row.archived_at.is_none());
    options.extend(kept.map(|team| {
        (team.row.id.to_string(), format!("{}{}", "\u{2003}".repeat(team.depth), team.row.name))
    }));
    Ok(options)
}

/// The form under a title; `action` is where it is sent.
pub fn sheet(title: &str, action: &str, body: Markup, visitor: &Visitor) -> Sheet {
    let speech = &visitor.speech;
    Sheet {
        id: "member",
        title: speech.t(title),
        about: None,
        action: action.to_owned(),
        back: MEMBERS.to_owned(),
        active: Nav::Settings,
        body,
        send: Some(Button::main(speech.t("member-save"))),
        hint: None,
    }
}

pub fn fields(form: &Form, refused: &Refused, teams: Vec<(String, String)>, speech: &Speech) -> Markup {
    let faults = &refused.faults;
    let roles =
        Role::ALL.into_iter().map(|role| (role.key().to_owned(), speech.t(&format!("role-{}", role.key()))));
    let role = if form.text("role").is_empty() { Role::Rep.key() } else { form.text("role") };
    html! {
        @if let Some(words) = &refused.conflict { (conflict_strip(words)) }
        (faults.summary(speech))
        (Field::text("name", speech.t("member-name")).value(form.text("name")).error(faults.at("name", speech)).required().show(speech))
        (Field::input("email", "email", speech.t("field-email")).value(form.text("email")).optional()
            .hint(speech.t("member-email-hint")).error(faults.at("email", speech)).show(speech))
        div.fields-row {
            (Field::select("role", speech.t("field-role"), roles.collect()).value(role).error(faults.at("role", speech)).show(speech))
            (Field::select("team", speech.t("field-team"), teams).value(form.text("team")).error(faults.at("team", speech)).show(speech))
        }
    }
}
