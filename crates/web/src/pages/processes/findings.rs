//! What the checker finds, with code, place and how to mend it; and the stories.

use maud::{Markup, html};
use process::{Finding, StoryResult};

use super::file::anchor;
use crate::pages::known::said;
use crate::ui::{Button, Icon, Tone, chip, icon};
use crate::words::Speech;

/// How many block and how many warn, for the head of the panel.
pub fn counts(findings: &[Finding], speech: &Speech) -> Markup {
    let blocking = findings.iter().filter(|finding| finding.blocks()).count();
    let warning = findings.len() - blocking;
    html! {
        @if blocking > 0 { (chip(Tone::Red, Some(Icon::Cross), &speech.t_with("process-blocking", &[("count", blocking.into())]))) }
        @if warning > 0 { (chip(Tone::Amber, Some(Icon::Warning), &speech.t_with("process-warning", &[("count", warning.into())]))) }
    }
}

/// Each leads to its line of the text, which `file` shows: empty where it stands on the same page.
pub fn findings(findings: &[Finding], file: &str, speech: &Speech) -> Markup {
    html! {
        @if findings.is_empty() { p.fine { (icon(Icon::Check)) span { (speech.t("process-no-findings")) } } }
        @else { ul.findings role="list" { @for finding in findings { (one(finding, file, speech)) } } }
    }
}

fn one(finding: &Finding, file: &str, speech: &Speech) -> Markup {
    let hint = said(&finding.hint, speech);
    let (level, drawing, word) = if finding.blocks() {
        ("block", Icon::Cross, "process-blocks")
    } else {
        ("warn", Icon::Warning, "process-warns")
    };
    html! {
        li data-level=(level) {
            (icon(drawing))
            div {
                span.unseen { (speech.t(word)) ": " }
                b { (said(&finding.says, speech)) }
                small {
                    (finding.code)
                    @if finding.line > 0 { " · " (speech.t_with("process-place", &[("line", finding.line.into()), ("column", finding.column.into())])) }
                }
                @if !hint.is_empty() { small { (hint) } }
            }
            @if finding.line > 0 {
                (Button::plain(speech.t("process-show-line")).small().href(format!("{file}#{}", anchor(finding.line))))
            }
        }
    }
}

pub fn stories(stories: &[StoryResult], speech: &Speech) -> Markup {
    let passed = stories.iter().filter(|story| story.passed).count();
    let all_pass = passed == stories.len();
    html! {
        p.fine data-level=[(!all_pass).then_some("block")] {
            (icon(if all_pass { Icon::Check } else { Icon::Cross }))
            b { (speech.t_with("process-stories", &[("passed", passed.into()), ("count", stories.len().into())])) }
        }
        details.more open[!all_pass] {
            summary { (speech.t("process-stories-show")) }
            ul.findings role="list" { @for story in stories { (told(story, speech)) } }
        }
    }
}

fn told(story: &StoryResult, speech: &Speech) -> Markup {
    let (drawing, word) = if story.passed {
        (Icon::Check, "process-story-passes")
    } else {
        (Icon::Cross, "process-story-fails")
    };
    html! {
        li data-level=(if story.passed { "fine" } else { "block" }) {
            (icon(drawing))
            div {
                span.unseen { (speech.t(word)) ": " }
                (story.name)
                @if !story.cites.is_empty() { small { (story.cites.join(", ")) } }
                @for finding in &story.findings { small { (said(&finding.says, speech)) } }
            }
        }
    }
}
