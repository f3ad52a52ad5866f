//! What the checker finds, with code, place and how to mend it; and the stories.

use maud::{Markup, html};
use process::{Finding, StoryResult};

use crate::pages::known::said;
use crate::ui::{Icon, Tone, chip, icon};
use crate::words::Speech;

pub fn findings(findings: &[Finding], speech: &Speech) -> Markup {
    html! {
        @if findings.is_empty() { p { (icon(Icon::Check)) " " (speech.t("process-no-findings")) } }
        ul.findings role="list" {
            @for finding in findings {
                li {
                    @if finding.blocks() { (chip(Tone::Red, Some(Icon::Cross), &speech.t("process-blocks"))) }
                    @else { (chip(Tone::Amber, Some(Icon::Warning), &speech.t("process-warns"))) }
                    " " b { (said(&finding.says, speech)) }
                    p.hint {
                        (finding.code) " · "
                        (speech.t_with("process-place", &[("line", finding.line.into()), ("column", finding.column.into())]))
                        @if !said(&finding.hint, speech).is_empty() { " · " (said(&finding.hint, speech)) }
                    }
                }
            }
        }
    }
}

pub fn stories(stories: &[StoryResult], speech: &Speech) -> Markup {
    let passed = stories.iter().filter(|story| story.passed).count();
    html! {
        p { b { (speech.t_with("process-stories", &[("passed", passed.into()), ("count", stories.len().into())])) } }
        details {
            summary { (speech.t("process-stories-show")) }
            ul.findings role="list" {
                @for story in stories {
                    li { (icon(if story.passed { Icon::Check } else { Icon::Cross })) " " (story.name)
                        @if !story.cites.is_empty() { " " span.about { (story.cites.join(", ")) } } }
                }
            }
        }
    }
}
