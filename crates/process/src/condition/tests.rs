//! The cases of CEL's conformance suite that this subset keeps, and what it leaves out.

use super::{Expr, Refusal, Sight, Verdict, check, parse, truth, verdict, why};
use crate::testing::FieldsOnly;
use crate::{Case, Knowledge, Value};
use jiff::Timestamp;
use std::collections::BTreeMap;

fn compiled(text: &str) -> Expr {
    let mut tree = parse(text).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"));
    check(&mut tree, &FieldsOnly).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    tree
}

fn with<T>(fields: &[(&str, Value)], look: impl FnOnce(&Sight<'_>) -> T) -> T {
    let case = Case {
        resting: Default::default(),
        strands: Default::default(),
        stage: "here".into(),
        entry: 1,
        started_at: Timestamp::UNIX_EPOCH,
        entered_at: Timestamp::UNIX_EPOCH,
        visits: Vec::new(),
    };
    let mut knowledge = Knowledge::default();
    knowledge.fields.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    look(&Sight {
        definition: &crate::testing::compiled(crate::testing::SIMPLE),
        strand: None,
        case: &case,
        knowledge: &knowledge,
        answers: &BTreeMap::new(),
        now: Timestamp::UNIX_EPOCH,
    })
}

fn holds(text: &str) -> Option<bool> {
    let money = |minor| Value::Money { minor, currency: "USD".into() };
    let fields =
        [("deal.n", Value::Int(5)), ("deal.t", Value::Text("a".into())), ("deal.amount", money(30_000))];
    let tree = compiled(text);
    with(&fields, |sight| truth(&tree, sight))
}

#[test]
fn logic_absorbs_what_is_unknown_on_either_side() {
    for (text, expected) in [
        ("deal.unset > 1 || true", Some(true)),
        ("true || deal.unset > 1", Some(true)),
        ("deal.unset > 1 && false", Some(false)),
        ("false && deal.unset > 1", Some(false)),
        ("deal.unset > 1 || false", None),
        ("deal.unset > 1 && true", None),
        ("!(deal.unset > 1)", None),
        ("deal.unset != 1", None),
        ("filled(deal.unset)", Some(false)),
        ("!filled(deal.unset)", Some(true)),
    ] {
        assert_eq!(holds(text), expected, "{text}");
    }
}

#[test]
fn comparisons_and_arithmetic_read_as_in_cel() {
    for (text, expected) in [
        ("1 + 2 * 3 == 7", true),
        ("(1 + 2) * 3 == 9", true),
        ("5 - 2 - 1 == 2", true),
        ("-3 < 2", true),
        ("- 3 == 0 - 3", true),
        ("deal.n >= 5 && deal.n <= 5", true),
        ("deal.n in [1, 3, 5]", true),
        ("deal.n in [1, 3]", false),
        ("deal.t == 'a'", true),
        ("deal.t != \"b\"", true),
        ("true || false && false", true),
        ("!true || true", true),
        ("deal.amount > money(250, \"USD\")", true),
        ("deal.amount == 3 * money(100, \"USD\")", true),
        ("deal.amount - money(50, \"USD\") == money(250, \"USD\")", true),
        ("date(\"2026-01-02\") > date(\"2026-01-01\")", true),
        ("visited(\"here\")", true),
        ("visited(\"there\")", false),
    ] {
        assert_eq!(holds(text), Some(expected), "{text}");
    }
}

#[test]
fn an_overflow_or_a_second_currency_is_unknown_and_no_panic() {
    assert_eq!(holds("deal.n * 9223372036854775807 > 1"), None);
    assert_eq!(holds("deal.amount + money(1, \"EUR\") > money(2, \"EUR\")"), None);
    assert!(matches!(parse("99999999999999999999 > 1"), Err(Refusal::Unreadable { .. })));
    assert!(matches!(
        parse("money(9223372036854775807, \"USD\") > deal.amount"),
        Err(Refusal::Unreadable { .. })
    ));
}

#[test]
fn what_is_left_out_on_purpose_is_named_so() {
    for text in [
        "deal.n > 1 ? true : false",
        "size(deal.t) > 1",
        "deal.n / 2 == 1",
        "deal.n % 2 == 0",
        "deal.n == 1.5",
        "[1, 2] == [1]",
        "deal.t.startsWith('a')",
        "deal.n == null",
        "{1: 2}",
        "has(deal.n)",
    ] {
        assert!(matches!(parse(text), Err(Refusal::LeftOut { .. })), "{text}: {:?}", parse(text));
    }
}

#[test]
fn a_condition_beyond_its_budget_is_refused() {
    let deep = format!("{}true{}", "(".repeat(40), ")".repeat(40));
    let bangs = format!("{}true", "!".repeat(400));
    let long = vec!["true"; 120].join(" || ");
    for text in [deep, bangs, long, "x".repeat(2000)] {
        assert_eq!(parse(&text), Err(Refusal::TooBig));
    }
}

#[test]
fn a_contradiction_is_proved_and_nothing_else_is_called_one() {
    for text in [
        "deal.n > 5 && deal.n < 3",
        "deal.t == 'a' && deal.t == 'b'",
        "deal.t in ['a', 'b'] && deal.t == 'c'",
        "deal.n > 1 && deal.n < 3 && deal.n != 2",
        "!(deal.n > 3 || deal.n <= 3)",
        "false",
    ] {
        assert_eq!(verdict(&compiled(text)), Verdict::Never, "{text}");
    }
    for text in
        ["deal.n > 5 || deal.n < 3", "deal.n > 3 && deal.n < 5", "deal.n > deal.unset", "filled(deal.n)"]
    {
        assert_eq!(verdict(&compiled(text)), Verdict::Unknown, "{text}");
    }
    assert_eq!(verdict(&compiled("1 < 2")), Verdict::Unknown, "constants are not folded");
    assert_eq!(verdict(&compiled("true || false")), Verdict::Always);
}

#[test]
fn the_reason_names_what_is_not_filled_and_what_stands_where() {
    let tree = compiled("filled(deal.unset) && deal.amount > money(500, \"USD\")");
    let fields = [("deal.amount", Value::Money { minor: 30_050, currency: "USD".into() })];
    let words = with(&fields, |sight| why(&tree, sight));
    assert_eq!(words.en, "deal.unset is not filled; deal.amount is 300.50 USD, not > 500 USD");
    assert!(words.ru.starts_with("не заполнено: deal.unset; "), "{}", words.ru);
}

#[test]
fn a_condition_reads_as_a_phrase() {
    let words = super::in_words::in_words(&compiled(
        "filled(deal.t) && (deal.n > 3 || deal.t == 'a') && !visited('here') && deal.amount in [money(5, \"USD\")]",
    ));
    assert_eq!(
        words.en,
        "deal.t is filled and (deal.n > 3 or deal.t == a) and not (has been in here) and deal.amount: 5 USD"
    );
    assert_eq!(
        words.ru,
        "заполнено: deal.t и (deal.n > 3 или deal.t == a) и нет (был этап here) и deal.amount: 5 USD"
    );
}
