//! The table of a report: a line a group with its bar, and all of them together.

use desk::look::Amount;
use maud::{Markup, html};

use super::line::Line;
use crate::ui::{Column, table_head};
use crate::words::Speech;

/// Percent of the column that the longest bar takes; its share stands beside it.
const LONGEST: i64 = 82;

pub fn table(by: &str, lines: &[Line], speech: &Speech) -> Markup {
    let column = |name: String, figures| Column { name, figures, sort: None, order: None };
    let columns = [
        column(speech.t(&format!("report-by-{by}")), false),
        column(speech.t("report-deals"), true),
        column(speech.t("report-share"), false),
        column(speech.t("report-sums"), true),
    ];
    let (count, sums) = together(lines);
    html! {
        div.list.report tabindex="0" role="region" aria-label=(speech.t(&format!("report-title-{by}"))) {
            table {
                (table_head(&columns, false, speech))
                tbody { @for line in lines { (row(line, lines, count, speech)) } }
                tfoot {
                    tr {
                        td { (speech.t("report-total")) }
                        td.figures { (speech.number(count)) }
                        td.share {}
                        (sums_cell(&sums, speech))
                    }
                }
            }
        }
    }
}

fn row(line: &Line, lines: &[Line], all: i64, speech: &Speech) -> Markup {
    let most = lines.iter().map(|line| line.count).max().unwrap_or(0).max(1);
    let length = format!("{}%", line.count * LONGEST / most);
    html! {
        tr {
            td.name data-unset[!line.is_set] { (line.name) }
            td.figures {
                @if let Some(href) = &line.href { a href=(href) { (speech.number(line.count)) } }
                @else { (speech.number(line.count)) }
            }
            td.share {
                svg.share-bar width="100%" height="16" {
                    rect y="2" width=(length) height="12" rx="2" {}
                    text x=(length) dx="6" y="12" { (speech.percent(share(line.count, all))) }
                }
            }
            (sums_cell(&line.amounts, speech))
        }
    }
}

fn sums_cell(sums: &[Amount], speech: &Speech) -> Markup {
    html! { td.figures.sums { @for amount in amounts(sums, speech) { div { (amount) } } } }
}

/// Each currency for itself; those without money are left out.
pub fn amounts(sums: &[Amount], speech: &Speech) -> Vec<String> {
    let worth = sums.iter().filter(|amount| amount.minor != 0);
    worth.map(|amount| speech.money(amount.minor, &amount.currency)).collect()
}

/// Whole percent, rounded.
pub fn share(part: i64, all: i64) -> i64 {
    if all == 0 { 0 } else { (part * 100 + all / 2) / all }
}

/// All lines together, sums by currency.
pub fn together(lines: &[Line]) -> (i64, Vec<Amount>) {
    let mut sums: Vec<Amount> = Vec::new();
    for amount in lines.iter().flat_map(|line| &line.amounts) {
        match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
            Some(sum) => sum.minor += amount.minor,
            None => sums.push(amount.clone()),
        }
    }
    sums.sort_by(|one, other| one.currency.cmp(&other.currency));
    (lines.iter().map(|line| line.count).sum(), sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(count: i64, amounts: &[(&str, i64)]) -> Line {
        let amount =
            |(currency, minor): &(&str, i64)| Amount { currency: (*currency).to_owned(), minor: *minor };
        Line {
            name: String::new(),
            is_set: true,
            key: String::new(),
            count,
            amounts: amounts.iter().map(amount).collect(),
            href: None,
        }
    }

    #[test]
    fn together_counts_all_lines_and_sums_each_currency_for_itself() {
        let lines = [line(2, &[("GBP", 50)]), line(1, &[("EUR", 7), ("GBP", 5)]), line(4, &[])];
        let (count, sums) = together(&lines);
        let sums: Vec<(&str, i64)> = sums.iter().map(|sum| (sum.currency.as_str(), sum.minor)).collect();
        assert_eq!((count, sums), (7, vec![("EUR", 7), ("GBP", 55)]));
    }

    #[test]
    fn a_share_is_rounded_and_of_nothing_it_is_nothing() {
        assert_eq!((share(1, 3), share(2, 3), share(3, 3), share(0, 0)), (33, 67, 100, 0));
    }
}
