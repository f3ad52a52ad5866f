//! Starting a process on a company.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::case::{CaseOf, StartCase};
use desk::company::CompanyPage;
use desk::look::{CompanyCases, Startable};
use maud::{Markup, html};
use process::Finding;

use super::about::About;
use super::mends::Mending;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::activities::step::Step;
use crate::pages::known::{Known, said};
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Nav, Need, NeedStanding, needs};
use crate::visitor::Visitor;

/// What the dialog shows.
struct Asked {
    company: i64,
    name: String,
    start: Startable,
    about: About,
    known: Known,
}

impl Asked {
    async fn load(app: &App, visitor: &Visitor, company: i64, process: &str) -> desk::Result<Asked> {
        let seen = app.desk.read(visitor.actor(), CompanyCases { company }).await?;
        if !seen.may_write {
            return Err(desk::Error::Forbidden);
        }
        let row = app.desk.read(visitor.actor(), CompanyPage { id: company }).await?;
        let of = CaseOf::company(company, process);
        let about = About::company(app, visitor, &of, &seen, &row).await?;
        let start = seen.startable.into_iter().find(|start| start.process == process);
        let start = start.ok_or(desk::Error::NotFound)?;
        let known = Known::load(app, visitor, seen.owner.into_iter().collect()).await?;
        Ok(Asked { company, name: seen.name, start, about, known })
    }

    fn step(&self, visitor: &Visitor) -> Option<Step> {
        self.start.asks_next_step.then(|| Step::next(true, &visitor.speech))
    }

    fn draw(&self, form: &Form, wrong: &Wrong, visitor: &Visitor) -> sheet::Sheet {
        let speech = &visitor.speech;
        sheet::Sheet {
            id: "start",
            title: said(&self.start.title, speech),
            about: Some(self.name.clone()),
            action: routes::start_on_company(self.company, &self.start.process),
            back: sheet::back(form, &routes::company(self.company)),
            active: Nav::Companies,
            body: self.body(form, wrong, visitor),
            send: Some(Button::main(speech.t("case-start-send"))),
            hint: None,
        }
    }

    fn body(&self, form: &Form, wrong: &Wrong, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let stage = said(&self.start.stage, speech);
        html! {
            (wrong.faults.summary(speech))
            (self.missing(&wrong.findings, visitor))
            p { (speech.t_with("case-begins", &[("stage", stage.into())])) }
            p.hint { (said(&self.start.help, speech)) }
            @if let Some(step) = self.step(visitor) { (step.boxed(form, &wrong.faults, &self.known, speech)) }
        }
    }
}

impl Asked {
    /// What the first stage asks and does not find, each with the one act that mends it.
    fn missing(&self, findings: &[Finding], visitor: &Visitor) -> Markup {
        let (speech, back) = (&visitor.speech, self.about.home());
        let mending = Mending { about: &self.about, known: &self.known, speech, back: &back };
        let need = |finding: &Finding| Need {
            standing: NeedStanding::Missing,
            words: said(&finding.says, speech),
            fact: None,
            act: finding.mend.as_ref().and_then(|mend| mending.act(mend)).map(Button::small),
        };
        let all: Vec<Need> = findings.iter().map(need).collect();
        let stage = said(&self.start.stage, speech);
        let title = speech.t_with("needs-title", &[("stage", stage.into())]);
        html! { @if !all.is_empty() { div role="alert" { (needs(&title, &all, speech)) } } }
    }
}

#[derive(Default)]
struct Wrong {
    faults: Faults,
    findings: Vec<Finding>,
}

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, process)): Path<(i64, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(&app, &visitor, id, &process).await.map_err(told)?;
    let mut form = Form(query);
    if let Some(step) = asked.step(&visitor) {
        step.prefill(&mut form, "call", &app, &visitor).await.map_err(told)?;
    }
    Ok(asked.draw(&form, &Wrong::default(), &visitor).show(&visitor))
}

pub async fn start(
    State(app): State<App>,
    Path((id, process)): Path<(i64, String)>,
    posted: Posted,
) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(&app, &visitor, id, &process).await.map_err(told)?;
    let wrong = match write(&app, &visitor, &form, &asked).await {
        Ok(()) => {
            let words = [
                ("process", said(&asked.start.title, &visitor.speech).into()),
                ("stage", said(&asked.start.stage, &visitor.speech).into()),
            ];
            let back = sheet::back(&form, &routes::company(id));
            return Ok(go_saying(&visitor, &back, "case-started", &words).into_response());
        }
        Err(wrong) => wrong.map_err(told)?,
    };
    Ok(asked.draw(&form, &wrong, &visitor).answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY))
}

async fn write(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    asked: &Asked,
) -> Result<(), Result<Wrong, desk::Error>> {
    let mut faults = Vec::new();
    let next_step = asked.step(visitor).and_then(|step| step.read(form, &mut faults, &visitor.speech));
    if !faults.is_empty() {
        return Err(Ok(Wrong { faults: Faults(faults), findings: Vec::new() }));
    }
    let act = StartCase { company: asked.company, process: asked.start.process.clone(), next_step };
    match visitor.write(app, act).await {
        Ok(()) => Ok(()),
        Err(desk::Error::Refused(findings)) => Err(Ok(Wrong { findings, ..Wrong::default() })),
        Err(error) => Err(Faults::of(error).map(|faults| Wrong { faults, ..Wrong::default() })),
    }
}
