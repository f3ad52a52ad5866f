//! Rows that could not be taken, page by page, each with why and the field that mends it; on top one answer for all
//! rows with the same reason.

use desk::import::{ImportView, MendPageSeen, RowToMend, Turn, Why};
use intake::{Kind, Mapping, Reason, Record};
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::said;
use super::{remedy, why};
use crate::routes;
use crate::ui::{Button, Column, Field, Icon, Pager, Tab, icon, pager, table_head, tabs};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Which rows are looked at, as the address says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A reason, as [`why::written`].
    pub why: String,
    pub after: Option<i64>,
    pub before: Option<i64>,
}

impl Asked {
    pub fn turn(&self) -> Turn {
        match (self.before, self.after) {
            (Some(row), _) => Turn::Before(row),
            (None, after) => Turn::After(after.unwrap_or(0)),
        }
    }

    /// The page that was asked for.
    pub fn address(&self, import: i64) -> String {
        let row = |row: Option<i64>| row.map(|row| row.to_string()).unwrap_or_default();
        let asked = [("why", self.why.as_str()), ("after", &row(self.after)), ("before", &row(self.before))];
        routes::query(&routes::import(import), &asked)
    }
}

/// The rows of one page and what they hang on.
pub struct MendList<'a> {
    pub import: &'a ImportView,
    pub mapping: Option<Mapping>,
    pub asked: Asked,
    pub why: Option<Why>,
    pub seen: MendPageSeen,
    /// Where deals are placed: key and title.
    pub stages: Vec<(String, String)>,
}

pub fn show(list: &MendList<'_>, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    // Where all rows have the same reason, it need not be chosen.
    let only = match list.import.report.why.as_slice() {
        [only] => Some(&only.why),
        _ => None,
    };
    html! {
        section.panel.mend {
            (head(list.import, &list.asked, None, speech))
            @if let Some(why) = list.why.as_ref().or(only) { (remedy::show(list, why, visitor)) }
            (table(list, visitor))
            @if list.seen.total > list.seen.rows.len() as u64 { div.panel-body { (pages(list, speech)) } }
            datalist #companies-known {}
        }
    }
}

/// How many rows are left, and how many of each reason; `swap` puts it in place of the one that is there.
pub fn head(import: &ImportView, asked: &Asked, swap: Option<&str>, speech: &Speech) -> Markup {
    let count = speech.t_with("import-mend-count", &[("count", import.mend.into())]);
    html! {
        header.panel-head #mend-head data-hx-swap-oob=[swap] {
            h2 #mend { (speech.t("import-mend-title")) " " span.about { (count) } }
            @if import.report.why.len() > 1 { (tabs(&speech.t("import-why-mend"), &reasons(import, asked, speech))) }
        }
    }
}

fn reasons(import: &ImportView, asked: &Asked, speech: &Speech) -> Vec<Tab> {
    let address = |why: &str| Asked { why: why.to_owned(), ..Asked::default() }.address(import.id);
    let tab = |label: String, why: &str, count: u64| {
        let mut tab = Tab::new(label, address(why) + "#mend", asked.why == why);
        tab.count = Some(super::frame::figure(count, speech));
        tab
    };
    let mut all = vec![tab(speech.t("import-all-reasons"), "", import.mend)];
    let known = &import.report.why;
    all.extend(
        known.iter().map(|count| tab(why::words(&count.why, speech), &why::written(&count.why), count.rows)),
    );
    all
}

fn table(list: &MendList<'_>, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let column = |key: &str, figures| Column { name: speech.t(key), figures, sort: None, order: None };
    let columns = [
        column("import-line-number", true),
        column("import-row", false),
        column("import-why", false),
        column("import-mend-here", false),
    ];
    html! {
        @if list.seen.rows.is_empty() {
            p.panel-body { (speech.t("import-mend-none")) }
        } @else {
            div.list.folds tabindex="0" role="region" aria-label=(speech.t("import-mend-title")) {
                table {
                    (table_head(&columns, false, speech))
                    tbody { @for row in &list.seen.rows { (one(list, row, Tried::Not, visitor)) } }
                }
            }
        }
    }
}

/// Whether the row was just tried in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    Not,
    InVain,
}

/// A row; tried in vain it takes the focus back.
pub fn one(list: &MendList<'_>, row: &RowToMend, tried: Tried, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (number, rest) = told(list, row);
    let file = list.import.report.files.get(row.file).map_or("", |file| file.name.as_str());
    let address = address(list.import.id, row.id);
    let whole = routes::and_back(&address, &list.asked.address(list.import.id));
    html! {
        tr id={ "row-" (row.id) } {
            td.figures title=(file) { span.fold-label { (file) " · " } (row.line) }
            td.row-told { @if !number.is_empty() { b { (number) } " " } (rest) }
            td.why {
                @for reason in &row.reasons {
                    span.finding data-tone="red" { (icon(Icon::Warning)) span { (said(&reason.says, speech)) } }
                }
            }
            td.mend-here {
                (form(list, row, tried, visitor))
                (Button::quiet(speech.t("import-whole-row")).bare(Icon::Pen).small().opens(whole))
            }
        }
    }
}

/// `/import/3/rows/17`
pub fn address(import: i64, row: i64) -> String {
    format!("{}/{row}", routes::act(&routes::import(import), "rows"))
}

/// The fields that are to blame, in a form of their own.
fn form(list: &MendList<'_>, row: &RowToMend, tried: Tried, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let wrong = wrong(row);
    let address = address(list.import.id, row.id);
    html! {
        @if !wrong.is_empty() {
            form.mend-form method="post" action=(address)
                data-hx-post=(address) data-hx-target="closest tr" data-hx-swap="outerHTML" {
                (visitor.token())
                input type="hidden" name="place" value="row";
                input type="hidden" name="why" value=(list.asked.why);
                input type="hidden" name="back" value=(list.asked.address(list.import.id));
                @for (at, (header, value)) in wrong.iter().enumerate() {
                    input type="hidden" name="header" value=(header);
                    @let field = field(list, row.file, header).label_unseen().value(*value)
                        .id(format!("mend-{}-{at}", row.id));
                    @let field = if tried == Tried::InVain && at == 0 { field.attr("data-focus", "") } else { field };
                    (field.show(speech))
                }
                (Button::plain(speech.t("import-mend-row")).bare(Icon::Check).small().submit())
            }
        }
    }
}

/// The field that mends a column: a stage is chosen, companies are offered while one types.
pub fn field(list: &MendList<'_>, file: usize, header: &str) -> Field {
    let target =
        mapping_of(list, file).and_then(|file| file.columns.get(header)).map(|column| column.to.kind);
    if target == Some(Kind::Stage) && !list.stages.is_empty() {
        let mut offered = vec![(String::new(), "–".to_owned())];
        offered.extend(list.stages.iter().cloned());
        return Field::select("value", header, offered);
    }
    let field = Field::text("value", header).attr("placeholder", header).attr("autocomplete", "off");
    if target == Some(Kind::Link(Record::Company)) { companies_offered(field) } else { field }
}

/// A field that offers the companies of its words.
pub fn companies_offered(field: Field) -> Field {
    field
        .attr("list", "companies-known")
        .attr("data-hx-get", "/companies/named")
        .attr("data-hx-trigger", "input changed delay:150ms")
        .attr("data-hx-target", "#companies-known")
        .attr("data-hx-swap", "innerHTML")
}

/// Headers and texts that reasons speak of, each once.
fn wrong(row: &RowToMend) -> Vec<(&str, &str)> {
    let blamed =
        |header: &str| row.reasons.iter().any(|reason: &Reason| reason.column.as_deref() == Some(header));
    let raw = row.raw.iter().map(|(header, value)| (header.as_str(), value.as_str()));
    raw.filter(|(header, _)| blamed(header)).collect()
}

/// The number by which the old system knew it, and what else one may know the row by.
fn told<'r>(list: &MendList<'_>, row: &'r RowToMend) -> (&'r str, String) {
    let id = mapping_of(list, row.file).and_then(|file| file.header_of("source_id"));
    let number = row.raw.iter().find(|(header, _)| Some(header.as_str()) == id);
    let wrong = wrong(row);
    let others = row.raw.iter().filter(|(header, value)| {
        let blamed = wrong.iter().any(|(other, _)| other == header);
        !blamed && Some(header.as_str()) != id && !value.trim().is_empty()
    });
    let rest: Vec<&str> = others.map(|(_, value)| value.as_str()).take(3).collect();
    (number.map_or("", |(_, value)| value.as_str()), rest.join(", "))
}

/// The mapping of one of the report's files.
pub fn mapping_of<'l>(list: &'l MendList<'_>, file: usize) -> Option<&'l intake::FileMapping> {
    let mapping = list.mapping.as_ref()?;
    let name = list.import.report.files.get(file)?.name.as_str();
    mapping.files.get(mapping.file_for(name)?)
}

fn pages(list: &MendList<'_>, speech: &Speech) -> Markup {
    let import = list.import.id;
    let turned =
        |after, before| Asked { why: list.asked.why.clone(), after, before }.address(import) + "#mend";
    let rows = list.seen.rows.len() as u64;
    let (from, to) = (list.seen.before + 1, list.seen.before + rows);
    let last = list.seen.rows.last().filter(|_| to < list.seen.total);
    let first = list.seen.rows.first().filter(|_| list.seen.before > 0);
    let showing = [("from", from.into()), ("to", to.into()), ("total", list.seen.total.into())];
    let pages = Pager {
        previous: first.map(|row| turned(None, Some(row.id))),
        next: last.map(|row| turned(Some(row.id), None)),
        showing: speech.t_with("import-mend-showing", &showing),
    };
    pager(&pages, speech)
}
