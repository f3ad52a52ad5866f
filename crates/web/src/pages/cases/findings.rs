//! What stands open on a case.

use maud::Markup;
use process::Words;

use crate::pages::known::said;
use crate::ui::{Need, NeedStanding, need_list, panel};
use crate::visitor::Visitor;

pub fn findings(findings: &[serde_json::Value], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let words = |finding: &serde_json::Value| {
        let says: Option<Words> =
            finding.get("says").and_then(|says| serde_json::from_value(says.clone()).ok());
        let plain = finding.as_str().map(Words::same);
        says.or(plain).map(|words| said(&words, speech))
    };
    let need = |words: String| Need { standing: NeedStanding::Warns, words, fact: None, act: None };
    let all: Vec<Need> = findings.iter().filter_map(words).map(need).collect();
    if all.is_empty() {
        return Markup::default();
    }
    panel(&speech.t("standing-findings"), None, &Markup::default(), &need_list(&all, speech))
}
