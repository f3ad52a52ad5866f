//! A bad example for every code.

use super::{check, check_with_stories};
use crate::testing::{FUNNEL, vocabulary};
use crate::{Finding, Severity};
use std::collections::BTreeSet;

/// A small process without any finding.
const GOOD: &str = r#"process: small
title: { en: Small, ru: Малый }
runs_on: deal
starts: { in: new }
working_time: owner's team
parts: { seller: deal.owner }
facts: { called: { any: activity, where: { type: call } } }
stages:
  new: { title: { en: New, ru: Новая } }
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
moves:
  win: { title: { en: Win, ru: Выиграть }, from: new, to: won, needs: [ { id: called, if: called, say: { en: Call., ru: Звоните. }, mend: { log: call } } ] }
  lose: { title: { en: Lose, ru: Проиграть }, kind: refusal, from: new, to: lost, ask: [ { answer: why, title: { en: Why, ru: Почему }, text: short } ], do: [ { note: { to: record, text: "{why}" } } ] }
"#;

/// Code, a piece of the good text, and the bad text that takes its place.
const BAD: &[(&str, &str, &str)] = &[
    ("DW101", "starts: { in: new }", "starts: { in: new }\nmain: yes"),
    ("DW101", "starts: { in: new }", "starts: &here { in: new }"),
    ("DW101", "starts: { in: new }", "starts: !tag { in: new }"),
    ("DW101", "starts: { in: new }", "starts: { in: new"),
    ("DW101", "starts: { in: new }", "\tstarts: { in: new }"),
    ("DW101", "ends: won }", "ends: won, probability: 007 }"),
    ("DW102", "starts: { in: new }", "starts: { in: new }\nleave_check: [ x ]"),
    ("DW103", "  won:", "  new: { title: { en: New, ru: Новая } }\n  won:"),
    ("DW104", "if: called", "if: f(called, deal.name)"),
    ("DW105", "{ en: Won, ru: Успех }", "{ en: Won }"),
    ("DW106", "ends: won }", "ends: won, rots_after: 3 workdays past x }"),
    ("DW107", "starts: { in: new }", "starts: [ new ]"),
    ("DW201", "to: won", "to: wonn"),
    ("DW202", "if: called", "if: deal.amuont > 5"),
    ("DW202", "if: called", "if: caled"),
    ("DW203", "log: call", "log: cal"),
    ("DW203", "from: new, to: won", "from: new, to: won, by: seler"),
    ("DW204", "if: called", "if: deal.probability > 'soon'"),
    ("DW205", "if: called", "if: deal.amount > 25000"),
    ("DW205", "if: called", "if: 'deal.amount > money(5, \"XXX\")'"),
    ("DW206", "if: called", "if: deal.source == 'fax'"),
    ("DW207", "if: called", "if: deal.amount"),
    ("DW207", "if: called", "if: called &&"),
    ("DW208", "if: called", "if: 'activities.exists(a, a.done)'"),
    ("DW209", "where: { type: call }", "where: { notes: { contains: x } }"),
    ("DW211", "\"{why}\"", "\"{smtp.password}\""),
    ("DW213", "starts: { in: new }", "starts: { in: new }\ntimers: { quiet: { in: new } }"),
    ("DW203", "if: called", "document: { kind: propsal }"),
    ("DW214", "moves:", "fragments: { spare: { ask: [ deal.source ] } }\nmoves:"),
    ("DW201", "from: new, to: won", "use: nothing, from: new, to: won"),
    (
        "DW210",
        "moves:",
        "moves:\n  late: { title: { en: Late, ru: Поздно }, from: new, to: lost, by: itself, if: deal.expected_close_on < today }",
    ),
    (
        "DW210",
        "{ en: New, ru: Новая }",
        "{ en: New, ru: Новая }, to_go_on: [ { id: x, stays_true: true, if: deal.expected_close_on > today, say: { en: X, ru: Х }, mend: { fill: deal.expected_close_on } } ]",
    ),
    ("DW203", "starts: { in: new }", "starts: { in: new }\nuses: { standing: standng }"),
    (
        "DW203",
        "starts: { in: new }",
        "starts: { in: new }\nuses: { standing: { process: standing, of: company } }",
    ),
    ("DW303", "starts: { in: new }", "starts: { in: new }\nendless: true"),
    (
        "DW201",
        "moves:",
        "uses: { standing: standing }\nmoves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, do: [ { move: { process: standing, take: activte } } ] }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won }",
    ),
    (
        "DW405",
        "moves:",
        "uses: { standing: standing }\nmoves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, do: [ { move: { process: standing, take: drop } } ] }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won }",
    ),
    (
        "DW206",
        "moves:",
        "uses: { standing: standing }\nmoves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, if: 'standing.stage == \"actve\"' }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won }",
    ),
    (
        "DW202",
        "moves:",
        "uses: { standing: standing }\nmoves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, if: standing.permits.ordr }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won }",
    ),
    ("DW301", "starts: { in: new }", "starts: { in: won }"),
    ("DW301", "starts: { in: new }\n", ""),
    ("DW302", "  won:", "  aside: { title: { en: Aside, ru: Сбоку }, ends: closed }\n  won:"),
    ("DW303", ", ends: lost }", " }"),
    ("DW304", "kind: refusal, ", ""),
    (
        "DW309",
        "moves:",
        "moves:\n  a: { title: { en: A, ru: А }, from: new, to: won, by: itself }\n  b: { title: { en: B, ru: Б }, from: new, to: won, by: itself }",
    ),
    ("DW305", "  won:", "  signed: { title: { en: S, ru: П }, never_skip: true }\n  won:"),
    ("DW306", "from: new, to: won", "from: [ new, lost ], to: won"),
    ("DW307", "if: called", "if: deal.probability > 5 && deal.probability < 3"),
    (
        "DW310",
        "{ en: Lose, ru: Проиграть }, kind: refusal, from: new, to: lost",
        "{ en: Win, ru: Выиграть }, from: new, to: won",
    ),
    ("DW401", "from: new, to: won", "from: new, to: won, by: nobody"),
    ("DW402", "{ note: { to: record, text: \"{why}\" } }", "{ create_task: { title: { en: T, ru: З } } }"),
    ("DW403", "ask: [ {", "ask: [ deal.probability, {"),
    ("DW403", "ask: [ {", "ask: [ company.industry, {"),
    ("DW404", ", say: { en: Call., ru: Звоните. }, mend: { log: call }", ""),
    (
        "DW403",
        "moves:",
        "moves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won, ask: [ deal.competitor ] }",
    ),
    ("DW405", "kind: refusal, from: new", "kind: refusal, by: itself, from: new"),
    ("DW406", "moves:", "moves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, by: itself }"),
    (
        "DW701",
        "moves:",
        "moves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid, by: itself }\n  off: { title: { en: Off, ru: Обратно }, from: mid, to: new, by: itself }",
    ),
    (
        "DW501",
        "moves:",
        "strands: { legal: { title: { en: L, ru: Ю }, states: { a: { title: { en: A, ru: А } }, b: { title: { en: B, ru: Б }, is: done } }, moves: { m: { title: { en: M, ru: М }, from: a, to: b } } } }\nmoves:",
    ),
    (
        "DW502",
        "moves:",
        "strands: { legal: { title: { en: L, ru: Ю }, states: { a: { title: { en: A, ru: А } }, b: { title: { en: B, ru: Б }, is: done } }, moves: { m: { title: { en: M, ru: М }, from: a, to: a } } } }\nmoves:",
    ),
    (
        "DW503",
        "moves:",
        "strands: { one: { title: { en: L, ru: Ю }, if: 'strand.other == \"b\"', states: { a: { title: { en: A, ru: А } }, b: { title: { en: B, ru: Б }, is: done } }, moves: { m: { title: { en: M, ru: М }, from: a, to: b } } }, other: { title: { en: O, ru: Д }, if: 'strand.one == \"b\"', states: { a: { title: { en: A, ru: А } }, b: { title: { en: B, ru: Б }, is: done } }, moves: { m: { title: { en: M, ru: М }, from: a, to: b } } } }\nmoves:",
    ),
    (
        "DW504",
        "moves:",
        "strands: { legal: { title: { en: L, ru: Ю }, in: mid, states: { a: { title: { en: A, ru: А } }, c: { title: { en: C, ru: В }, is: failed }, b: { title: { en: B, ru: Б }, is: done } }, moves: { m: { title: { en: M, ru: М }, from: a, to: b }, n: { title: { en: N, ru: Н }, from: a, to: c } } } }\nmoves:\n  on: { title: { en: On, ru: Дальше }, from: new, to: mid }\n  off: { title: { en: Off, ru: Конец }, from: mid, to: won, needs: [ { strands: [ legal ] } ] }",
    ),
    (
        "DW505",
        "moves:",
        "approvals: { ok: { title: { en: Ok, ru: Да }, from: seller, not_by: seller, void_when_changed: deal.amount } }\nmoves:",
    ),
    (
        "DW506",
        "moves:",
        "approvals: { ok: { title: { en: Ok, ru: Да }, void_when_changed: deal.amount, matrix: { of: deal.amount, rows: [ { up_to: 10000 EUR, from: seller }, { over: 20000 EUR, from: seller } ] } } }\nmoves:",
    ),
    ("DW507", "moves:", "approvals: { ok: { title: { en: Ok, ru: Да }, from: seller } }\nmoves:"),
    (
        "DW201",
        "moves:",
        "approvals: { ok: { title: { en: Ok, ru: Да }, from: seller, if: 'strand.legl == \"x\"' } }\nmoves:",
    ),
    ("DW402", "moves:", "hand_offs: { jobs: { title: { en: Jobs, ru: Работы }, by: seller } }\nmoves:"),
    (
        "DW601",
        "{ note: { to: record, text: \"{why}\" } }",
        "{ create_task: { for: seller, title: { en: T, ru: З }, due: 3 days after deal.name } }",
    ),
    ("DW605", "working_time: owner's team\n", ""),
    ("DW704", "ends: won }", "ends: won, on_enter: [ { plan_activity: { type: call } } ] }"),
    (
        "DW901",
        "moves:",
        "stories: [ { name: s, given: { stage: new }, steps: [ { when: { move: win }, then: { stage: won } } ] } ]\nmoves:",
    ),
    ("DW903", "moves:", "allow: [ { code: DW304, at: stages.new } ]\nmoves:"),
];

fn findings(text: &str) -> Vec<Finding> {
    check_with_stories(text, &vocabulary()).1
}

/// A further stage, for what takes two.
const MID: &str =
    "  mid: { title: { en: Mid, ru: Середина }, next_step: required, locks: [ deal.competitor ] }\n  won:";

fn spoiled(piece: &str, bad: &str) -> String {
    let good = if bad.contains("to: mid") {
        GOOD.replacen("  won:", MID, 1)
    } else if bad.is_empty() && piece.starts_with("working_time") {
        GOOD.replace("en: New, ru: Новая } }", "en: New, ru: Новая }, rots_after: 2 working days }")
    } else {
        GOOD.to_owned()
    };
    assert!(good.contains(piece), "{piece}");
    good.replacen(piece, bad, 1)
}

#[test]
fn the_good_example_has_no_finding() {
    assert_eq!(findings(GOOD), []);
}

#[test]
fn every_bad_example_raises_its_code_with_a_place_and_words() {
    for (code, piece, bad) in BAD {
        let found = findings(&spoiled(piece, bad));
        let raised = found.iter().find(|finding| finding.code == *code);
        let raised = raised.unwrap_or_else(|| panic!("{code} for {bad}: {found:#?}"));
        assert!(raised.line > 0 && raised.column > 0, "{raised:?}");
        assert!(!raised.says.en.is_empty() && !raised.says.ru.is_empty());
    }
}

#[test]
fn every_code_of_the_source_has_a_bad_example() {
    let mut raised = BTreeSet::new();
    gather(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut raised);
    let shown: BTreeSet<String> = BAD.iter().map(|(code, ..)| (*code).to_owned()).collect();
    // Codes that the allowances name although only later parts of the language raise them, and one that needs people.
    let later = ["DW212", "DW407", "DW702"].map(str::to_owned);
    let unshown: Vec<_> =
        raised.iter().filter(|code| !shown.contains(*code) && !later.contains(code)).collect();
    assert!(unshown.is_empty(), "{unshown:?}");
}

#[test]
fn every_code_of_the_source_has_a_line_in_the_documentation() {
    let mut raised = BTreeSet::new();
    gather(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut raised);
    let page = include_str!("../../../../docs/checker.md");
    // Codes that the allowances name although only later parts of the language raise them.
    let later = ["DW212"];
    let told = |code: &String| page.contains(&format!("\n| {code} |")) || later.contains(&code.as_str());
    let untold: Vec<_> = raised.iter().filter(|code| !told(code)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

fn gather(folder: &std::path::Path, codes: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, codes);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            let cuts = text.split("\"DW").skip(1).filter_map(|tail| tail.get(..3));
            codes.extend(
                cuts.filter(|cut| cut.bytes().all(|b| b.is_ascii_digit())).map(|cut| format!("DW{cut}")),
            );
        }
    }
}

#[test]
fn a_misspelt_name_is_answered_with_the_nearest() {
    let found = findings(&GOOD.replace("to: won", "to: wonn"));
    assert_eq!(found[0].hint.en, "Did you mean won?");
}

#[test]
fn a_fault_inside_a_condition_is_placed_at_its_column() {
    let text = GOOD.replace("if: called", "if: called && caled");
    let found = findings(&text);
    let (line, column) = (found[0].line as usize, found[0].column as usize);
    let tail: String = text.lines().nth(line - 1).unwrap().chars().skip(column - 1).collect();
    assert!(tail.starts_with("caled"), "{tail}");
}

#[test]
fn a_fragment_stands_where_it_is_used_and_is_judged_at_its_own_place() {
    let shared =
        "fragments: { why: { ask: [ deal.source ], needs: [ { id: x, fields: [ deal.name ] } ] } }\nmoves:";
    let used = GOOD.replace("moves:", shared).replace("from: new, to: won", "use: why, from: new, to: won");
    let (definition, found) = check(&used, &vocabulary());
    assert_eq!(found, []);
    let definition = definition.unwrap();
    let win = definition.movement("win").unwrap();
    let needs: Vec<_> = win.needs.iter().map(|need| need.id.as_str()).collect();
    assert_eq!((win.asks.len(), needs), (1, vec!["x", "called"]), "the fragment's stand first");
    let spoiled = findings(&used.replace("[ deal.source ]", "[ deal.sorce ]"));
    assert_eq!(spoiled[0].at, "fragments.why.ask.0");
}

#[test]
fn fragments_do_not_make_a_file_endless() {
    let many =
        format!("fragments: {{ big: {{ ask: [ {} deal.source ] }} }}\n", "deal.source, ".repeat(20_000));
    let stages: String = (0..100).map(|n| format!("  s{n}: {{ use: big }}\n")).collect();
    let (definition, found) = check(&format!("process: p\n{many}stages:\n{stages}"), &vocabulary());
    assert!(definition.is_none() && found.iter().any(|finding| finding.code == "DW101"));
}

#[test]
fn a_hand_may_ask_what_day_it_is() {
    let text = GOOD.replace("if: called", "if: called && deal.expected_close_on >= today");
    assert_eq!(findings(&text), []);
}

#[test]
fn a_later_construct_is_answered_once() {
    let found = findings(
        &GOOD.replace("starts: { in: new }", "starts: { in: new }\ntimers: { quiet: { in: new, due: x } }"),
    );
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["DW213"]);
}

#[test]
fn an_allowance_takes_away_only_what_it_names_and_only_with_a_reason() {
    let why = FUNNEL.find("why: A signed deal").unwrap();
    let reasonless =
        format!("{}why: \"\"{}", &FUNNEL[..why], &FUNNEL[FUNNEL[why..].find(" }").unwrap() + why..]);
    let codes: Vec<_> = findings(&reasonless).into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["DW304", "DW903"]);
}

#[test]
fn a_warning_does_not_stop_a_definition() {
    let text = GOOD.replace("answer: why, title: { en: Why, ru: Почему }", "answer: why");
    let (definition, found) = check(&text, &vocabulary());
    assert!(definition.is_some());
    assert_eq!((found[0].code, found[0].severity), ("DW105", Severity::Warns));
}

#[test]
fn a_text_that_is_too_big_too_deep_or_empty_is_refused() {
    for text in
        [String::new(), "a: ".repeat(400_000), "[".repeat(60), format!("process: {}", "x".repeat(1 << 20))]
    {
        let (definition, found) = check(&text, &vocabulary());
        assert!(definition.is_none() && found.iter().any(|finding| finding.code == "DW101"));
    }
}
