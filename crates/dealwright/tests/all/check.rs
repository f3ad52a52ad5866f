//! `process check`, as an editor or a build calls it.

use std::fs;

use serde_json::Value;

use crate::house::{House, said};

const SHIPPED: &str = include_str!("../../../../processes/deal-to-cash/process.yaml");

#[test]
fn findings_are_given_as_sarif_with_their_places() {
    let house = House::on_sqlite();
    let file = house.path("process.yaml");
    fs::write(&file, SHIPPED.replacen("to: invoice", "to: invoise", 1)).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dealwright"));
    let output = command.args(["process", "check", "--format", "sarif"]).arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "a finding blocks");
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!((&log["version"], &result["level"]), (&"2.1.0".into(), &"error".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], file.display().to_string());
    let line = usize::try_from(place["region"]["startLine"].as_u64().unwrap()).unwrap();
    assert!(fs::read_to_string(&file).unwrap().lines().nth(line - 1).unwrap().contains("invoise"));
    assert!(result["message"]["text"].as_str().unwrap().contains("Did you mean invoice?"));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{rules:?}");
}

#[test]
fn against_an_installation_a_queue_that_nobody_works_is_found() {
    let house = House::on_sqlite().settled();
    let file = house.path("process.yaml");
    fs::write(&file, SHIPPED).unwrap();
    let found = |text: &str| -> Vec<String> {
        fs::write(&file, text).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dealwright"));
        command.args(["process", "check", "--format", "json", "--against"]).arg(house.data()).arg(&file);
        let checked: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
        let findings = checked[0]["findings"].as_array().unwrap().clone();
        findings
            .iter()
            .map(|finding| format!("{} {}", finding["code"], finding["at"]).replace('"', ""))
            .collect()
    };
    assert_eq!(found(SHIPPED), ["DW407 parts.accounting", "DW407 parts.production"]);
    let strange = found(&SHIPPED.replace("kind: contract,", "kind: treaty,"));
    assert!(
        strange.iter().any(|finding| finding.starts_with("DW203")),
        "the installation knows no treaty: {strange:?}"
    );
    // A seller without a head leaves that part to nobody too.
    said(&mut house.command(&["doctor"]));
    house.joined("rep@example.org", "Rep", "rep");
    assert!(found(SHIPPED).contains(&"DW407 parts.head".to_owned()));
}
