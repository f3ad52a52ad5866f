//! What is missing, and the one act that mends it.

use desk::case::CaseOf;
use process::{Level, Mend, NeedState};

use super::about::{About, field_key};
use crate::pages::known::{Known, said};
use crate::routes;
use crate::ui::{Button, Icon, Need, NeedStanding};
use crate::words::Speech;

/// The record that is mended, and where to come back to.
pub struct Mending<'a> {
    pub about: &'a About,
    pub known: &'a Known,
    pub speech: &'a Speech,
    pub back: &'a str,
}

impl Mending<'_> {
    /// A need as it stands, with its act where it does not hold.
    pub fn need(&self, state: &NeedState) -> Need {
        let met = state.met == Some(true);
        let standing = match (met, state.level) {
            (true, _) => NeedStanding::Met,
            (false, Level::Warn) => NeedStanding::Warns,
            (false, Level::Block) => NeedStanding::Missing,
        };
        let act = state.mend.as_ref().filter(|_| !met && self.about.may_write);
        let says = if met { self.holding(state) } else { said(&state.says, self.speech) };
        // Where an act is offered it says what is missing better than the bare facts.
        let why = if act.is_some() { String::new() } else { said(&state.why, self.speech) };
        Need {
            standing,
            fact: (!why.is_empty() && why.trim_end_matches('.') != says.trim_end_matches('.')).then_some(why),
            words: says,
            act: act.and_then(|mend| self.act(mend)).map(Button::small),
        }
    }

    /// What holds, in words: a need's own sentence speaks only of what is missing.
    fn holding(&self, state: &NeedState) -> String {
        let speech = self.speech;
        match &state.mend {
            Some(Mend::Log { types, outcome }) => match (types.first(), outcome) {
                (Some(kind), _) => speech.t_with("holds-done", &[("kind", self.known.kind(kind).into())]),
                (None, Some(outcome)) => crate::pages::activities::outcome(outcome, speech),
                (None, None) => speech.t("holds-activity"),
            },
            Some(Mend::Plan { types }) => {
                let kinds: Vec<String> = types.iter().map(|kind| self.known.kind(kind)).collect();
                speech.t_with("holds-planned", &[("kinds", kinds.join(", ").into())])
            }
            Some(Mend::Fill { field }) => {
                speech.t_with("holds-filled", &[("field", self.field(field).into())])
            }
            Some(Mend::WriteNote) => speech.t("holds-note"),
            Some(Mend::CloseTasks { .. }) => speech.t("holds-tasks"),
            Some(Mend::Attach { kind, signed }) => {
                let key = if *signed { "holds-signed" } else { "holds-document" };
                speech.t_with(key, &[("kind", self.document(kind.as_deref()).into())])
            }
            Some(Mend::Strand { .. }) => speech.t("holds-strands"),
            Some(Mend::LinkContact) => speech.t("holds-contact"),
            Some(Mend::SeeDeals) => speech.t("holds-deals"),
            Some(Mend::Process { title, .. }) => {
                speech.t_with("holds-process", &[("process", said(title, speech).into())])
            }
            None => state.id.replace('-', " "),
        }
    }

    fn document(&self, kind: Option<&str>) -> String {
        kind.map_or_else(|| self.speech.t("any-document"), |kind| self.known.title("document-kind", kind))
    }

    fn field(&self, field: &str) -> String {
        self.speech.t(&field_key(field))
    }

    /// The act that mends, named by what it does.
    pub fn act(&self, mend: &Mend) -> Option<Button> {
        let (about, speech) = (self.about, self.speech);
        let button = match mend {
            Mend::Log { types, outcome } => return Some(self.log(types, outcome.as_deref())),
            Mend::Plan { types } => {
                let booked = |kind: &&String| self.about.activities.iter().any(|open| open.kind == **kind);
                let kind =
                    types.iter().find(|kind| !booked(kind)).or(types.first()).map_or("", String::as_str);
                let label = match kind {
                    "" => speech.t("mend-plan"),
                    kind => speech.t_with("mend-plan-kind", &[("kind", self.known.kind(kind).into())]),
                };
                Button::plain(label).icon(Icon::Calendar).opens(self.back_to(&routes::new_activity(
                    &about.query(),
                    "plan",
                    kind,
                )))
            }
            Mend::Fill { field } => {
                let label = speech.t_with("mend-fill", &[("field", self.field(field).into())]);
                Button::plain(label).icon(Icon::Pen).opens(self.back_to(&about.edit()))
            }
            Mend::WriteNote => Button::plain(speech.t("mend-note"))
                .icon(Icon::Note)
                .opens(self.back_to(&format!("/notes/new?{}", about.query()))),
            Mend::Attach { kind, signed } => {
                let label = speech.t_with("mend-attach", &[("kind", self.document(kind.as_deref()).into())]);
                let signed = if *signed { "true" } else { "" };
                let asked = [("document", kind.as_deref().unwrap_or_default()), ("signed", signed)];
                let address = routes::query(&about.home(), &asked);
                Button::plain(label).icon(Icon::Clip).href(format!("{address}#files"))
            }
            Mend::LinkContact => self.link_contact(),
            Mend::SeeDeals => {
                let company = about.company?.to_string();
                let deals =
                    routes::query(&routes::deal_list(), &[("company", company.as_str()), ("status", "open")]);
                Button::plain(speech.t("mend-deals")).icon(Icon::Right).href(deals)
            }
            Mend::Process { key, title } => {
                let label = speech.t_with("mend-process", &[("process", said(title, speech).into())]);
                let home = routes::company(about.company?);
                Button::plain(label).icon(Icon::Flow).href(format!("{home}#{key}-case"))
            }
            Mend::Strand { key, title } => {
                let place = key
                    .as_ref()
                    .map_or_else(|| about.place("strands"), |key| about.place(&format!("strand-{key}")));
                let title = said(title, speech);
                let label = match title.as_str() {
                    "" => speech.t("mend-strands"),
                    title => speech.t_with("mend-strand", &[("strand", title.into())]),
                };
                Button::plain(label).icon(Icon::Flow).href(format!("{}#{place}", about.home()))
            }
            Mend::CloseTasks { .. } => {
                Button::plain(speech.t("mend-tasks")).icon(Icon::Task).href(format!("{}#tasks", about.home()))
            }
        };
        Some(button)
    }

    /// A new person at the company; a deal's people are on its form.
    fn link_contact(&self) -> Button {
        let button = Button::plain(self.speech.t("mend-contact")).icon(Icon::Plus);
        match &self.about.of {
            CaseOf::Deal(id) => button.href(format!("{}#people", routes::edit_deal(*id))),
            CaseOf::Company { company, .. } => {
                let new = routes::act(routes::PEOPLE, "new");
                button.href(routes::query(&new, &[("company", &company.to_string())]))
            }
        }
    }

    /// Completes a planned activity of the kind if there is one, else logs one.
    fn log(&self, types: &[String], outcome: Option<&str>) -> Button {
        let planned = self.about.activities.iter().find(|open| types.contains(&open.kind));
        let with = outcome.map(|outcome| format!("outcome={outcome}"));
        let kind = types.first().map_or("", String::as_str);
        let (address, name) = match planned {
            Some(open) => (routes::activity_done(open.id), self.known.activity(&open.kind, &open.subject)),
            None => (routes::new_activity(&self.about.query(), "log", kind), self.known.kind(kind)),
        };
        let address = match with {
            Some(with) if address.contains('?') => format!("{address}&{with}"),
            Some(with) => format!("{address}?{with}"),
            None => address,
        };
        let label = match (kind, outcome) {
            ("", Some(outcome)) => self.speech.t_with(
                "mend-log-outcome",
                &[("outcome", crate::pages::activities::outcome(outcome, self.speech).into())],
            ),
            ("", None) => self.speech.t("mend-log"),
            _ => self.speech.t_with("mend-log-kind", &[("kind", name.into())]),
        };
        Button::plain(label).icon(Icon::Check).opens(self.back_to(&address))
    }

    fn back_to(&self, address: &str) -> String {
        routes::and_back(address, self.back)
    }
}
