//! An approval by amount: one row answers.

use crate::{Case, Command, Decision, Knowledge, Value, Vocabulary, check, decide, explain_strands};
use jiff::Timestamp;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

const QUOTE: &str = r#"
process: quote
title: { en: Quote, ru: Предложение }
starts: { in: quote }
parts: { seller: deal.owner, head: head of seller, finance: queue finance, board: queue board }
stages:
  quote: { title: { en: Quote, ru: Предложение }, next_step: not asked, to_go_on: [ { approval: price } ] }
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
approvals:
  price:
    title: { en: Price, ru: Цена }
    asked_by: seller
    not_by: seller
    void_when_changed: deal.amount
    matrix:
      of: deal.amount
      rows:
        - { up_to: 10000 EUR, from: head }
        - { over: 10000 EUR, up_to: 50000 EUR, all_of: [ head, finance ] }
        - { over: 50000 EUR, from: board }
moves:
  agree: { title: { en: Agreed, ru: Договорились }, from: quote, to: won }
  refuse: { title: { en: Refuse, ru: Отказ }, kind: refusal, from: quote, to: lost }
"#;

fn knowing(minor: i64, currency: &str) -> Knowledge {
    let mut knowledge = Knowledge { taker_is_person: true, ..Knowledge::default() };
    knowledge.parts.insert("seller".into());
    let amount = Value::Money { minor, currency: currency.into() };
    knowledge.fields.insert("deal.amount".into(), amount);
    knowledge
}

/// The state that asking leads to, or the needs that refuse it.
fn asked(knowledge: &Knowledge) -> Result<String, Vec<String>> {
    let (definition, found) = check(QUOTE, &Vocabulary::open());
    let definition = definition.unwrap_or_else(|| panic!("{found:#?}"));
    let command = Command { move_key: "price.ask".into(), entry: 1, ..Command::default() };
    match decide(&definition, &Case::begin("quote", NOW), knowledge, &command, NOW) {
        Decision::Step(step) => Ok(step.strands[0].1.state.clone()),
        Decision::Refused(findings) => Err(findings.into_iter().filter_map(|finding| finding.id).collect()),
    }
}

#[test]
fn the_row_that_takes_the_amount_is_asked() {
    for (minor, state) in [(1, "asked"), (1_000_000, "asked"), (1_000_001, "asked-2"), (5_000_001, "asked-3")]
    {
        assert_eq!(asked(&knowing(minor, "EUR")).unwrap(), state, "{minor}");
    }
}

#[test]
fn nobody_is_asked_about_an_amount_that_no_row_takes() {
    assert_eq!(asked(&knowing(1, "USD")), Err(vec!["deal.amount".to_owned()]));
    let mut unfilled = knowing(1, "EUR");
    unfilled.fields.clear();
    assert_eq!(asked(&unfilled), Err(vec!["deal.amount".to_owned()]));
}

#[test]
fn one_answer_grants_what_its_row_asks() {
    let (definition, _) = check(QUOTE, &Vocabulary::open());
    let definition = definition.unwrap();
    let mut case = Case::begin("quote", NOW);
    let ask = Command { move_key: "price.ask".into(), entry: 1, ..Command::default() };
    let Decision::Step(step) = decide(&definition, &case, &knowing(1, "EUR"), &ask, NOW) else {
        panic!("refused")
    };
    case.strands.extend(step.strands.iter().cloned());
    let mut head = knowing(1, "EUR");
    head.parts = ["head".to_owned()].into();
    let grant = Command { move_key: "price.grant".into(), entry: 1, ..Command::default() };
    let Decision::Step(step) = decide(&definition, &case, &head, &grant, NOW) else { panic!("refused") };
    assert_eq!(step.strands[0].1.state, "granted");
    case.strands.extend(step.strands.iter().cloned());
    let shown = explain_strands(&definition, &case, &head, NOW);
    assert_eq!(shown[0].says.en, "Approved");
}
