//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.

use std::collections::BTreeSet;

use process::Finding;
use serde_json::{Value, json};

use super::Checked;

/// Where each code is explained.
const PAGE: &str = "docs/checker.md";

/// The log of one run over these files.
pub fn log(checked: &[Checked]) -> Value {
    let found = || checked.iter().flat_map(|file| file.findings.iter().map(|finding| (&file.file, finding)));
    let codes: BTreeSet<&str> = found().map(|(_, finding)| finding.code).collect();
    let rules: Vec<Value> = codes.iter().map(|code| json!({ "id": code, "helpUri": PAGE })).collect();
    let results: Vec<Value> = found().map(|(file, finding)| result(file, finding)).collect();
    json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{
            "tool": { "driver": {
                "name": "dealwright", "version": env!("CARGO_PKG_VERSION"), "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(file: &str, finding: &Finding) -> Value {
    let text = match finding.hint.en.as_str() {
        "" => finding.says.en.clone(),
        hint => format!("{} {hint}", finding.says.en),
    };
    // Lines and columns count from 1; a finding of the whole file stands in its first line.
    let region = json!({ "startLine": finding.line.max(1), "startColumn": finding.column.max(1) });
    json!({
        "ruleId": finding.code,
        "level": if finding.blocks() { "error" } else { "warning" },
        "message": { "text": text },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": file.replace('\\', "/") }, "region": region },
            "logicalLocations": [{ "fullyQualifiedName": finding.at }],
        }],
    })
}
