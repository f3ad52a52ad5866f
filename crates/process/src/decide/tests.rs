//! Decisions over the shipped funnel.

use crate::testing::{FUNNEL, compiled};
use crate::{
    Case, Command, Decision, Definition, Finding, Knowledge, PlannedKind, Severity, Step, Value, Visit, code,
    decide, explain, must_keep_next_step, start,
};
use jiff::Timestamp;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn standing(stage: &str) -> Case {
    Case {
        stage: stage.into(),
        entry: 3,
        started_at: NOW,
        entered_at: NOW,
        visits: Vec::new(),
        resting: Default::default(),
        strands: Default::default(),
    }
}

/// Everything a step forward could want: each fact true, the next step planned.
fn well_known(definition: &Definition) -> Knowledge {
    let mut knowledge = Knowledge { has_next_step: true, taker_is_person: true, ..Knowledge::default() };
    knowledge.facts.extend(definition.facts().iter().map(|fact| (fact.key.clone(), Value::Bool(true))));
    knowledge
}

fn taking(key: &str) -> Command {
    Command { move_key: key.into(), entry: 3, ..Command::default() }
}

fn refused(decision: Decision) -> Vec<Finding> {
    match decision {
        Decision::Refused(findings) => findings,
        Decision::Step(step) => panic!("{step:?}"),
    }
}

fn taken(decision: Decision) -> Step {
    match decision {
        Decision::Step(step) => *step,
        Decision::Refused(findings) => panic!("{findings:#?}"),
    }
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_command_made_up_on_an_older_entry_is_refused() {
    let funnel = compiled(FUNNEL);
    let command = Command { entry: 2, ..taking("win") };
    let findings = refused(decide(&funnel, &standing("commitment"), &well_known(&funnel), &command, NOW));
    assert_eq!(codes(&findings), [code::STALE]);
}

#[test]
fn a_move_that_does_not_leave_from_here_or_does_not_exist_is_refused() {
    let funnel = compiled(FUNNEL);
    for (key, expected) in [("win", code::NOT_FROM_HERE), ("fly", code::UNKNOWN_MOVE)] {
        let findings =
            refused(decide(&funnel, &standing("prospect"), &well_known(&funnel), &taking(key), NOW));
        assert_eq!(codes(&findings), [expected]);
    }
}

#[test]
fn an_override_passes_a_block_but_no_firm_need_and_no_ask() {
    let funnel = compiled(FUNNEL);
    let mut knowledge = well_known(&funnel);
    knowledge.facts.clear();
    knowledge.may_override = true;
    let command = Command { override_reason: Some("signed on paper".into()), ..taking("commit") };
    let findings = refused(decide(&funnel, &standing("follow-up"), &knowledge, &command, NOW));
    let blocks: Vec<_> =
        findings.iter().filter(|finding| finding.blocks()).filter_map(|one| one.id.as_deref()).collect();
    assert_eq!(blocks, ["presented"], "only the firm need still blocks");

    knowledge.facts.insert("presented".into(), Value::Bool(true));
    let command = Command { accepts: vec!["fresh-note".into()], ..command };
    let step = taken(decide(&funnel, &standing("follow-up"), &knowledge, &command, NOW));
    assert_eq!(step.overridden.len(), 2);
    assert_eq!(step.flagged.len(), 1);
}

#[test]
fn an_override_without_privilege_or_reason_is_refused() {
    let funnel = compiled(FUNNEL);
    for (may, reason) in [(false, "because"), (true, " ")] {
        let knowledge = Knowledge { may_override: may, ..well_known(&funnel) };
        let command = Command { override_reason: Some(reason.into()), ..taking("commit") };
        let findings = refused(decide(&funnel, &standing("follow-up"), &knowledge, &command, NOW));
        assert_eq!(codes(&findings), [code::NO_OVERRIDE]);
    }
}

#[test]
fn a_warning_is_accepted_by_its_id_and_stays_flagged() {
    let funnel = compiled(FUNNEL);
    let mut knowledge = well_known(&funnel);
    let note = funnel.facts().iter().find(|fact| fact.source == crate::Source::Note).unwrap();
    knowledge.facts.insert(note.key.clone(), Value::Bool(false));
    let findings = refused(decide(&funnel, &standing("commitment"), &knowledge, &taking("win"), NOW));
    assert_eq!((findings[0].severity, findings[0].id.as_deref()), (Severity::Warns, Some("fresh-note")));
    let command = Command { accepts: vec!["fresh-note".into()], ..taking("win") };
    let step = taken(decide(&funnel, &standing("commitment"), &knowledge, &command, NOW));
    assert_eq!((step.to.as_str(), step.probability, step.flagged.len()), ("won", 100, 1));
}

#[test]
fn a_required_next_step_without_default_is_asked_with_the_move() {
    let funnel = compiled(FUNNEL);
    let knowledge = Knowledge { has_next_step: false, ..well_known(&funnel) };
    let findings = refused(decide(&funnel, &standing("follow-up"), &knowledge, &taking("commit"), NOW));
    assert_eq!(codes(&findings), [code::NEXT_STEP]);
    let plans = vec![PlannedKind { activity_type: "meeting".into(), at: NOW }];
    let step = taken(decide(
        &funnel,
        &standing("follow-up"),
        &knowledge,
        &Command { plans, ..taking("commit") },
        NOW,
    ));
    assert_eq!(step.else_plan, None);
}

#[test]
fn an_answer_that_nobody_asked_for_is_refused() {
    let funnel = compiled(FUNNEL);
    let mut command = taking("win");
    command.answers.insert("deal.owner".into(), Value::Text("me".into()));
    let findings = refused(decide(&funnel, &standing("commitment"), &well_known(&funnel), &command, NOW));
    assert_eq!(codes(&findings), [code::ANSWER]);
}

#[test]
fn an_answer_that_looks_like_a_placeholder_is_not_read_again() {
    let funnel = compiled(FUNNEL);
    let mut command = taking("say-no");
    command.answers.insert("reason".into(), Value::Text("price".into()));
    command.answers.insert("explanation".into(), Value::Text("{deal.owner} {reason".into()));
    let step = taken(decide(&funnel, &standing("discovery"), &well_known(&funnel), &command, NOW));
    let crate::Effect::Note { text, .. } = &step.effects[0] else { panic!("{:?}", step.effects) };
    assert_eq!(
        (text.en.as_str(), text.ru.as_str()),
        ("Price: {deal.owner} {reason", "Цена: {deal.owner} {reason")
    );
    assert_eq!(step.answers[0], ("reason".into(), Value::Choice("price".into())));
}

#[test]
fn reopening_goes_to_the_last_open_stage_or_to_the_start_if_there_was_none() {
    let funnel = compiled(FUNNEL);
    let mut command = taking("reopen");
    command.answers.insert("why".into(), Value::Text("they called".into()));
    let mut case = standing("won");
    assert_eq!(taken(decide(&funnel, &case, &well_known(&funnel), &command, NOW)).to, "prospect");
    for (stage, entry) in [("discovery", 1), ("commitment", 2)] {
        case.visits.push(Visit { stage: stage.into(), entry, entered_at: NOW, left_at: Some(NOW) });
    }
    let step = taken(decide(&funnel, &case, &well_known(&funnel), &command, NOW));
    assert_eq!((step.to.as_str(), step.entry), ("commitment", 4));
    assert!(
        step.effects.iter().all(|effect| !matches!(effect, crate::Effect::CreateTask { .. })),
        "once: case"
    );
}

#[test]
fn a_new_case_stands_at_the_start_with_its_default_next_step() {
    let funnel = compiled(FUNNEL);
    let step = taken(start(&funnel, &Knowledge::default(), &[], NOW));
    assert_eq!((step.to.as_str(), step.entry, step.from), ("prospect", 1, None));
    assert_eq!(step.else_plan.unwrap().activity_type, "call");
    let planned = [PlannedKind { activity_type: "visit".into(), at: NOW }];
    assert_eq!(taken(start(&funnel, &Knowledge::default(), &planned, NOW)).else_plan, None);
}

#[test]
fn a_case_begins_only_where_its_first_stage_may_be_entered() {
    let (untold, _) = crate::testing::SIMPLE.split_once("\nstories:").unwrap();
    let text = untold.replacen(
        "    probability: 5\n",
        "    probability: 5\n    to_enter:\n      - { id: told, fields: [ deal.description ] }\n      - { id: sourced, level: warn, fields: [ deal.source ] }\n",
        1,
    );
    let process = compiled(&text);
    let planned = [PlannedKind { activity_type: "call".into(), at: NOW }];
    let mut knowledge = Knowledge::default();
    let findings = refused(start(&process, &knowledge, &planned, NOW));
    assert_eq!(findings.iter().map(|found| found.id.as_deref()).collect::<Vec<_>>(), [Some("told")]);
    knowledge.fields.insert("deal.description".into(), Value::Text("A hall".into()));
    let step = taken(start(&process, &knowledge, &planned, NOW));
    assert_eq!(step.flagged.iter().map(|found| found.id.as_deref()).collect::<Vec<_>>(), [Some("sourced")]);
}

#[test]
fn an_open_stage_keeps_a_next_step_and_an_end_does_not() {
    let funnel = compiled(FUNNEL);
    assert!(must_keep_next_step(&funnel, &standing("discovery")).is_some());
    assert!(must_keep_next_step(&funnel, &standing("won")).is_none());
    assert!(must_keep_next_step(&funnel, &standing("nowhere")).is_none());
}

#[test]
fn explain_agrees_with_decide_and_says_why() {
    let funnel = compiled(FUNNEL);
    let moves = explain(&funnel, &standing("first-appointment"), &Knowledge::default(), NOW);
    let usual = moves.iter().find(|one| one.main).unwrap();
    assert_eq!((usual.move_key.as_str(), usual.open), ("discover", false));
    let visited = usual.needs.iter().find(|need| need.id == "visited").unwrap();
    assert_eq!(visited.says.en, "The site has not been visited yet.");
    assert!(!visited.why.en.is_empty() && visited.mend.is_some());
    assert!(moves.iter().all(|one| one.move_key != "win"));
    let open = explain(&funnel, &standing("first-appointment"), &well_known(&funnel), NOW);
    assert!(open.iter().find(|one| one.main).unwrap().open);
}

#[test]
fn a_closed_move_gives_way_to_an_override_unless_a_firm_need_holds_it() {
    let funnel = compiled(FUNNEL);
    let moves = explain(&funnel, &standing("first-appointment"), &Knowledge::default(), NOW);
    let of = |key: &str| moves.iter().find(|one| one.move_key == key).unwrap();
    assert!(of("discover").gives_way());
    assert!(!of("say-no").gives_way(), "lost only after a direct no is firm");
    let open = explain(&funnel, &standing("first-appointment"), &well_known(&funnel), NOW);
    assert!(open.iter().all(|one| !one.open || !one.gives_way()));
}
