//! A new deal: a name and a client suffice; the first next step may be planned at once.

use axum::extract::{Query, State};
use desk::company::CompanyPage;
use desk::deal::{CreateDeal, WithNewClients};
use desk::look::Board;
use desk::person::PersonPage;
use maud::{Markup, html};
use process::Finding;

use super::form_view::{Drawn, Offers};
use super::{form, query::DealQuery};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::activities::step::{Step, set};
use crate::pages::known::said;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, FieldError, Nav, error_summary};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let mut form = Form(query);
    name_client(&mut form, &app, &visitor).await.map_err(told)?;
    set(&mut form, "owner", &visitor.actor().member.map(|id| id.to_string()).unwrap_or_default());
    step(&visitor).prefill(&mut form, "call", &app, &visitor).await.map_err(told)?;
    let offers = Offers::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let processes = processes(&app, &visitor).await;
    Ok(draw(&form, &Faults::default(), &offers, &processes, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let offers = Offers::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let faults = match save(&app, &visitor, &form, &offers.base_currency).await {
        Ok(id) => {
            return Ok(go_saying(
                &visitor,
                &routes::deal(id),
                "said-deal-added",
                &[("deal", form.text("name").into())],
            ));
        }
        Err(desk::Error::Refused(findings)) => {
            let processes = processes(&app, &visitor).await;
            let mut sheet = draw(&form, &Faults::default(), &offers, &processes, &visitor);
            sheet.body = html! { (wanting(&findings, &visitor)) (sheet.body) };
            return Ok(sheet.refused(&visitor));
        }
        Err(error) => Faults::of(error).map_err(told)?,
    };
    let processes = processes(&app, &visitor).await;
    Ok(draw(&form, &faults, &offers, &processes, &visitor).refused(&visitor))
}

async fn save(app: &App, visitor: &Visitor, typed: &Form, base_currency: &str) -> desk::Result<i64> {
    let mut faults = Vec::new();
    let next_step = step(visitor).read(typed, &mut faults, &visitor.speech);
    desk::Error::unless_valid(faults)?;
    let (fields, new) = form::read(app, visitor, typed, base_currency).await?;
    let deal = CreateDeal { fields, process: typed.owned("process"), next_step, source_id: None };
    visitor.write(app, WithNewClients { deal, new }).await
}

/// What the process asks of a deal that begins in it.
fn wanting(findings: &[Finding], visitor: &Visitor) -> Markup {
    let fault = |finding: &Finding| FieldError {
        field: "process".to_owned(),
        label: visitor.speech.t("process"),
        words: said(&finding.says, &visitor.speech),
    };
    error_summary(&findings.iter().map(fault).collect::<Vec<_>>(), &visitor.speech)
}

/// The names of the company or person that the link came from.
async fn name_client(form: &mut Form, app: &App, visitor: &Visitor) -> desk::Result<()> {
    if let Some(id) = form.id("company") {
        let name = app.desk.read(visitor.actor(), CompanyPage { id }).await?.company.name;
        set(form, "client", &name);
    }
    if let Some(id) = form.id("person") {
        let name = app.desk.read(visitor.actor(), PersonPage { id }).await?.person.name;
        set(form, "contact", &name);
    }
    Ok(())
}

fn step(visitor: &Visitor) -> Step {
    Step { title: visitor.speech.t("first-step"), ..Step::next(false, &visitor.speech) }
}

/// Active processes, the first one first; none where no board can be seen.
async fn processes(app: &App, visitor: &Visitor) -> Vec<(String, String)> {
    let asked = Board { process: None, filter: DealQuery::default().board_filter(visitor), per_column: 1 };
    let seen = app.desk.read(visitor.actor(), asked).await;
    let titled = |process: desk::look::ProcessTitle| (process.key, said(&process.title, &visitor.speech));
    seen.map(|seen| seen.processes.into_iter().map(titled).collect()).unwrap_or_default()
}

fn draw(
    form: &Form,
    faults: &Faults,
    offers: &Offers,
    processes: &[(String, String)],
    visitor: &Visitor,
) -> sheet::Sheet {
    let speech = &visitor.speech;
    sheet::Sheet {
        id: "new-deal",
        title: speech.t("new-deal"),
        about: None,
        action: "/deals".to_owned(),
        back: sheet::back(form, "/deals"),
        active: Nav::Deals,
        body: body(&Drawn { form, faults, offers, speech }, processes, visitor),
        send: Some(Button::main(speech.t("add-deal"))),
        hint: None,
    }
}

fn body(drawn: &Drawn<'_>, processes: &[(String, String)], visitor: &Visitor) -> Markup {
    let speech = drawn.speech;
    let owner = Field::select("owner", speech.t("field-owner"), drawn.offers.known.members());
    html! {
        (drawn.main())
        div.fields-row {
            (owner.value(drawn.form.text("owner")).error(drawn.faults.at("owner", speech)).show(speech))
            @if processes.len() > 1 {
                (Field::select("process", speech.t("process"), processes.to_vec()).value(drawn.form.text("process")).show(speech))
            }
        }
        (step(visitor).boxed(drawn.form, drawn.faults, &drawn.offers.known, speech))
        details.more { summary { (speech.t("more-fields")) } div.fields { (drawn.more()) (drawn.lines()) (drawn.people()) } }
    }
}
