//! Deals as a CSV file, read in pages so that a long list never stands in memory.

use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use desk::look::{DealEntry, DealList, DealPageful, Sort};
use futures::{StreamExt, stream};

use super::query::DealQuery;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::{Known, said};
use crate::posted::Form;
use crate::visitor::Visitor;
use crate::words::Speech;

/// Rows read at once.
const PAGE: i64 = 500;

const HEAD: &str = "id,client,name,stage,status,amount,recurring,currency,expected_close_on,next_step,next_step_at,owner,type,source,campaign,products,created_at\r\n";

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let query = DealQuery(Form(query));
    let known =
        Known::load(&app, &visitor, Vec::new()).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let asked = DealList {
        filter: query.list_filter(&visitor),
        sort: Sort::Created,
        desc: false,
        after: None,
        limit: PAGE,
    };
    // A refusal is an answer of its own, not a file that breaks off.
    let read = app.desk.read_slowly(visitor.actor(), asked.clone()).await;
    let first = read.map_err(|error| Trouble::from(error).told(&visitor))?;
    let head = format!("\u{feff}{HEAD}{}", rows(&first, &known, &visitor));
    let head = stream::once(async { Ok::<Bytes, std::io::Error>(Bytes::from(head)) });
    let start = first.next.map(|after| (app, visitor, known, DealList { after: Some(after), ..asked }));
    let pages = stream::unfold(start, async |state| {
        let (app, visitor, known, asked) = state?;
        match app.desk.read_slowly(visitor.actor(), asked.clone()).await {
            Ok(page) => {
                let rows = rows(&page, &known, &visitor);
                let rest =
                    page.next.map(|after| (app, visitor, known, DealList { after: Some(after), ..asked }));
                Some((Ok(Bytes::from(rows)), rest))
            }
            // A file that broke off must not look whole.
            Err(error) => Some((Err(std::io::Error::other(error.to_string())), None)),
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"deals.csv\""),
    ];
    Ok((headers, Body::from_stream(head.chain(pages).fuse())).into_response())
}

fn rows(page: &DealPageful, known: &Known, visitor: &Visitor) -> String {
    page.deals.iter().map(|entry| row(entry, known, &visitor.speech)).collect()
}

fn row(entry: &DealEntry, known: &Known, speech: &Speech) -> String {
    let deal = &entry.deal;
    let money = |minor: Option<i64>| {
        minor.map(|minor| sales::money::decimal(minor, &deal.currency)).unwrap_or_default()
    };
    let listed = |list: &str, key: &Option<String>| {
        key.as_deref().map(|key| known.title(list, key)).unwrap_or_default()
    };
    let step = entry.next_step.as_ref();
    let what = step
        .and_then(|step| Some(known.activity(step.kind.as_deref()?, step.subject.as_deref().unwrap_or(""))));
    let cells = [
        deal.id.to_string(),
        deal.company_name.clone().or_else(|| deal.person_name.clone()).unwrap_or_default(),
        deal.name.clone(),
        said(&entry.stage_title, speech),
        deal.status.clone(),
        money(deal.amount),
        money(deal.recurring),
        deal.currency.clone(),
        deal.expected_close_on.map(|day| day.to_string()).unwrap_or_default(),
        what.unwrap_or_default(),
        step.and_then(|step| step.at).map(|at| at.to_string()).unwrap_or_default(),
        deal.owner_name.clone(),
        listed("deal-type", &deal.kind),
        listed("source", &deal.source),
        deal.campaign.clone().unwrap_or_default(),
        entry.products.join("; "),
        deal.created_at.to_string(),
    ];
    let line: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", line.join(","))
}

/// A cell that no spreadsheet takes for a formula, quoted where it must be.
fn cell(text: &str) -> String {
    let safe = intake::guarded(text);
    let quoted = || format!("\"{}\"", safe.replace('"', "\"\""));
    if safe.contains([',', '"', '\n', '\r']) { quoted() } else { safe.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for risky in ["+1 call", "-cmd", "@sum", "\tx"] {
            assert!(cell(risky).trim_start_matches('"').starts_with('\''), "{risky}");
        }
        assert_eq!(cell("-5.20"), "-5.20");
        assert_eq!(cell("Smith, Sons"), "\"Smith, Sons\"");
    }
}
