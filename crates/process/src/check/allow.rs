//! Allowances: one finding accepted, with its reason. One that matches nothing is itself a finding (DW903).

use crate::read::Allowance;
use crate::text::{Report, both};

/// Findings of judgement, which a process may know better. All others say that the file cannot run.
const ALLOWED: [&str; 5] = ["DW105", "DW212", "DW304", "DW309", "DW702"];

/// Takes away the findings that are allowed.
pub fn apply(allowances: &[Allowance], report: &mut Report) {
    for allowance in allowances {
        let matches =
            |code: &str, at: &str| allowance.code == code && allowance.at == at && ALLOWED.contains(&code);
        let before = report.findings.len();
        if allowance.why {
            report.findings.retain(|finding| !matches(finding.code, &finding.at));
        }
        if report.findings.len() == before {
            let says = both(
                format!("This allowance of {} has no reason, or no finding to allow.", allowance.code),
                format!("У разрешения {} нет причины или нечего разрешать.", allowance.code),
            );
            let hint = both(
                "Give code, at and why of a finding that is there.",
                "Укажите code, at и why существующего замечания.",
            );
            report.blocks("DW903", &allowance.spot, says, hint);
        }
    }
}
