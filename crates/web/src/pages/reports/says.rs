//! What a report tells, in a sentence or two.

use maud::{Markup, html};

use super::line::Line;
use super::table::{amounts, share, together};
use crate::words::{Speech, Word};

pub fn says(by: &str, lines: &[Line], speech: &Speech) -> Markup {
    let (count, sums) = together(lines);
    let sums = amounts(&sums, speech).join(", ");
    let all = [("count", count.into()), ("sums", sums.as_str().into())];
    html! {
        p.report-says {
            @if by == "product" { (speech.t("report-says-products")) }
            @else if sums.is_empty() { (speech.t_with("report-says-count", &all)) }
            @else { (speech.t_with("report-says-all", &all)) }
            @if let Some(more) = more(by, lines, speech) { " " (more) }
        }
    }
}

/// What stands out: the greatest group, or how many of the deals that were decided are won.
fn more(by: &str, lines: &[Line], speech: &Speech) -> Option<String> {
    if by == "status" {
        return won(lines, speech);
    }
    let set: Vec<&Line> = lines.iter().filter(|line| line.is_set).collect();
    let most = set.iter().rev().max_by_key(|line| line.count).filter(|_| set.len() > 1)?;
    let of = share(most.count, set.iter().map(|line| line.count).sum());
    let words: [(&str, Word<'_>); 3] = [
        ("name", most.name.as_str().into()),
        ("count", most.count.into()),
        ("share", speech.percent(of).into()),
    ];
    Some(speech.t_with(&format!("report-most-{by}"), &words))
}

fn won(lines: &[Line], speech: &Speech) -> Option<String> {
    let of = |key: &str| lines.iter().filter(|line| line.key == key).map(|line| line.count).sum::<i64>();
    let (won, decided) = (of("won"), of("won") + of("lost"));
    let share = speech.percent(share(won, decided));
    let words = [("won", won.into()), ("decided", decided.into()), ("share", share.into())];
    (decided > 0).then(|| speech.t_with("report-won-of", &words))
}
