//! One report: a table with a bar for each count.

use axum::extract::{Query, State};
use desk::look::{Group, StageTitles, Summary, SummaryBy};
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::ui::{Column, Nav, Page, Tab, switch, table_head, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

/// How deals are gathered, by the key in the address.
const KINDS: [(&str, SummaryBy); 6] = [
    ("stage", SummaryBy::Stage),
    ("status", SummaryBy::Status),
    ("owner", SummaryBy::Owner),
    ("type", SummaryBy::Type),
    ("product", SummaryBy::Product),
    ("quarter", SummaryBy::QuarterClosed),
];

const STATUSES: [&str; 4] = ["all", "open", "won", "lost"];

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    by: String,
    #[serde(default)]
    status: String,
}

pub async fn show(State(app): State<App>, Query(asked): Query<Asked>, visitor: Visitor) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let (key, by) = KINDS.into_iter().find(|(key, _)| *key == asked.by).unwrap_or(KINDS[0]);
    let status = STATUSES.into_iter().find(|status| *status == asked.status).unwrap_or("all");
    let look = Summary { by, status: (status != "all").then(|| status.to_owned()) };
    let groups = app.desk.read_slowly(visitor.actor(), look).await.map_err(told)?;
    let known = Known::load(&app, &visitor, vec![]).await.map_err(told)?;
    let stages = app.desk.read(visitor.actor(), StageTitles).await.map_err(told)?;
    let speech = &visitor.speech;
    let name = |group: &Group| match (&group.key, key) {
        (None, _) => speech.t("not-set"),
        (Some(word), "status") => speech.t(&format!("report-status-{word}")),
        (Some(word), "type") => known.title("deal-type", word),
        (Some(word), "stage") => {
            stages.get(word).map_or_else(|| word.clone(), |title| crate::pages::known::said(title, speech))
        }
        (Some(word), _) => word.clone(),
    };
    let body = html! {
        div.toolbar {
            (tabs(&speech.t("report-by"), &kinds(key, status, speech)))
            (switch(&speech.t("report-status"), &statuses(key, status, speech)))
        }
        (table(key, &groups, name, speech))
    };
    Ok(visitor.page(&Page::new(speech.t("nav-reports"), Nav::Reports, body)))
}

fn kinds(chosen: &str, status: &str, speech: &Speech) -> Vec<Tab> {
    let tab = |(key, _): (&str, SummaryBy)| {
        Tab::new(
            speech.t(&format!("report-by-{key}")),
            format!("/reports?by={key}&status={status}"),
            key == chosen,
        )
    };
    KINDS.into_iter().map(tab).collect()
}

fn statuses(key: &str, chosen: &str, speech: &Speech) -> Vec<Tab> {
    let tab = |status: &str| {
        Tab::new(
            speech.t(&format!("report-status-{status}")),
            format!("/reports?by={key}&status={status}"),
            status == chosen,
        )
    };
    STATUSES.into_iter().map(tab).collect()
}

fn table(key: &str, groups: &[Group], name: impl Fn(&Group) -> String, speech: &Speech) -> Markup {
    let column = |name: String, figures| Column { name, figures, sort: None, order: None };
    let columns = [
        column(speech.t(&format!("report-by-{key}")), false),
        column(speech.t("report-deals"), true),
        column(speech.t("report-sums"), true),
    ];
    let most = groups.iter().map(|group| group.count).max().unwrap_or(0).max(1);
    html! {
        @if groups.is_empty() { p.hint { (speech.t("report-empty")) } }
        @else {
            div.list tabindex="0" role="region" aria-label=(speech.t("nav-reports")) {
                table {
                    (table_head(&columns, false, speech))
                    tbody {
                        @for group in groups {
                            tr {
                                td.name { (name(group)) meter.bar min="0" max=(most) value=(group.count) aria-hidden="true" {} }
                                td.figures { (speech.number(group.count)) }
                                td.figures { (sums(group, speech)) }
                            }
                        }
                    }
                    tfoot {
                        tr {
                            td { (speech.t("report-total")) }
                            td.figures { (speech.number(groups.iter().map(|group| group.count).sum())) }
                            td {}
                        }
                    }
                }
            }
        }
    }
}

fn sums(group: &Group, speech: &Speech) -> String {
    let sums = group.amounts.iter().map(|amount| speech.money(amount.minor, &amount.currency));
    sums.collect::<Vec<_>>().join(" · ")
}
