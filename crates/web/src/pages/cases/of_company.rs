//! The processes that run on a company: where each stands and what it takes to go on, and those that may be started.

use desk::case::CaseOf;
use desk::company::CompanySeen;
use desk::look::{CaseSeen, CompanyCases, CompanyCasesSeen};
use maud::{Markup, html};

use super::about::About;
use super::asked::Asked;
use super::bar::segments;
use super::mends::Mending;
use super::{findings, step, strands, tasks, ways};
use crate::app::App;
use crate::pages::known::{Known, said};
use crate::routes;
use crate::ui::{Button, Icon, panel, process_bar};
use crate::visitor::Visitor;

pub struct OfCompany {
    company: i64,
    seen: CompanyCasesSeen,
    /// The company without one of its cases, for what hangs on it.
    about: About,
    cases: Vec<(Asked, CaseSeen)>,
}

impl OfCompany {
    /// # Errors
    /// What the desk says.
    pub async fn load(app: &App, visitor: &Visitor, row: &CompanySeen) -> desk::Result<OfCompany> {
        let company = row.company.id;
        let mut seen = app.desk.read(visitor.actor(), CompanyCases { company }).await?;
        let mut cases = Vec::new();
        for case in std::mem::take(&mut seen.cases) {
            let of = CaseOf::company(company, &case.process);
            let about = About::company(app, visitor, &of, &seen, row).await?;
            let known = Known::load(app, visitor, seen.owner.into_iter().collect()).await?;
            cases.push((Asked { about, ways: case.ways.clone(), known }, case));
        }
        let about = About::company(app, visitor, &CaseOf::company(company, ""), &seen, row).await?;
        Ok(OfCompany { company, seen, about, cases })
    }

    /// What is planned, where a process runs that may want it; each process in a panel of its own; and the way to
    /// start others.
    pub fn show(&self, known: &Known, visitor: &Visitor) -> Markup {
        html! {
            @if !self.cases.is_empty() && !self.about.activities.is_empty() { (step(&self.about, known, visitor)) }
            @for (asked, case) in &self.cases { (one(asked, case, visitor)) }
            (self.startable(visitor))
        }
    }

    /// Tasks of the company; of one on which nothing runs and nothing is to do, nothing.
    pub fn tasks(&self, visitor: &Visitor) -> Markup {
        if self.cases.is_empty() && self.seen.tasks.is_empty() {
            return Markup::default();
        }
        tasks(&self.about, &self.seen.tasks, visitor)
    }

    fn startable(&self, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let buttons = html! {
            @for process in &self.seen.startable {
                (Button::plain(said(&process.title, speech)).icon(Icon::Flow)
                    .opens(routes::start_on_company(self.company, &process.process)))
            }
        };
        html! {
            @if !self.seen.startable.is_empty() && self.about.may_write {
                section.other-moves aria-label=(speech.t("case-start")) {
                    span.hint { (speech.t("case-start")) }
                    (buttons)
                }
            }
        }
    }
}

fn one(asked: &Asked, case: &CaseSeen, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let home = asked.about.home();
    let mending = Mending { about: &asked.about, known: &asked.known, speech, back: &home };
    let is_status = asked.ways.definition.endless;
    let acts = html! {
        @if asked.ways.may_write && is_status {
            @for way in ways::all(asked, visitor) { (way.small()) }
        } @else if asked.ways.may_write {
            @for refusal in ways::refusals(asked, visitor) { (refusal.small()) }
            @if let Some(forward) = ways::forward(asked, visitor) { (forward.small()) }
        }
    };
    let stage = asked.ways.definition.stage(&asked.ways.stage);
    let help = stage.map(|stage| said(&stage.help, speech)).unwrap_or_default();
    let body = html! {
        @if !is_status { (process_bar(&said(&case.title, speech), &segments(&asked.ways, &case.stays, speech), speech)) }
        @if !help.is_empty() { p.hint.case-help { (help) } }
        @if !is_status {
            (ways::to_go_on(asked, &mending, visitor))
            (ways::others(asked, visitor))
        }
    };
    html! {
        div.case id=(asked.about.place("case")) {
            (panel(&said(&case.title, speech), Some(&said(&case.stage_title, speech)), &acts, &body))
        }
        (strands::strands(asked, visitor))
        (findings(&case.findings, visitor))
    }
}
