//! Strands, approvals, hand-offs and the hold.

use super::moves::{Ask, Choice, Effect};
use super::needs::Need;
use super::{Map, OneOrMany, Words};
use schemars::JsonSchema;

/// A flat machine beside the stage.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Strand {
    /// Fragments put in here.
    r#use: Option<OneOrMany<String>>,
    title: Words,
    /// Stages in which it takes moves; every open one unless said.
    r#in: Option<OneOrMany<String>>,
    /// Where this does not hold it is absent, and counts as done.
    r#if: Option<String>,
    /// keep or reset, when the case comes back into its stages.
    again: Option<String>,
    /// The first is where it begins.
    states: Map<State>,
    moves: Map<StrandMove>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct State {
    title: Words,
    /// open, done or failed.
    is: Option<String>,
}

#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct StrandMove {
    title: Words,
    from: OneOrMany<String>,
    to: String,
    /// Parts, or `itself`.
    by: Option<OneOrMany<String>>,
    /// Parts whose holders may not.
    not_by: Option<OneOrMany<String>>,
    r#if: Option<String>,
    if_changed: Option<OneOrMany<String>>,
    needs: Option<Vec<Need>>,
    ask: Option<Vec<Ask>>,
    r#do: Option<Vec<Effect>>,
}

/// Somebody's yes, in steps.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Approval {
    /// Fragments put in here.
    r#use: Option<OneOrMany<String>>,
    title: Words,
    r#in: Option<OneOrMany<String>>,
    /// Where this does not hold it is not needed.
    r#if: Option<String>,
    /// Parts that may ask for it.
    asked_by: Option<OneOrMany<String>>,
    steps: Option<Vec<ApprovalStep>>,
    /// Who answers, by amount.
    matrix: Option<Matrix>,
    from: Option<OneOrMany<String>>,
    any_of: Option<OneOrMany<String>>,
    all_of: Option<OneOrMany<String>>,
    /// Parts whose holders may not answer, whatever else they hold.
    not_by: Option<OneOrMany<String>>,
    /// Parts that may answer for whoever is asked.
    stand_in: Option<OneOrMany<String>>,
    /// Fields whose change makes it void.
    void_when_changed: Option<OneOrMany<String>>,
    /// The change does not make it void where this holds; `approved.amount` is what was approved.
    unless: Option<String>,
}

/// Rows that take every amount once.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct Matrix {
    /// The field that counts.
    of: String,
    rows: Vec<MatrixRow>,
}

/// `10000 EUR`, or a number; the first row has no over, the last no up_to.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct MatrixRow {
    over: Option<serde_json::Value>,
    up_to: Option<serde_json::Value>,
    from: Option<OneOrMany<String>>,
    any_of: Option<OneOrMany<String>>,
    all_of: Option<OneOrMany<String>>,
}

/// One of from, any_of, all_of.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
struct ApprovalStep {
    from: Option<OneOrMany<String>>,
    any_of: Option<OneOrMany<String>>,
    all_of: Option<OneOrMany<String>>,
    only_if: Option<String>,
}

/// A package for another team, which takes it over and confirms it.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HandOff {
    /// Fragments put in here.
    r#use: Option<OneOrMany<String>>,
    title: Words,
    r#in: Option<OneOrMany<String>>,
    r#if: Option<String>,
    /// Parts that may hand over.
    by: Option<OneOrMany<String>>,
    /// Parts that take over.
    to: OneOrMany<String>,
    /// What the confirmation asks.
    confirm: Option<Vec<Ask>>,
    /// Fields whose change offers it anew.
    void_when_changed: Option<OneOrMany<String>>,
}

/// The case stands still: nothing goes forward, nothing happens by itself.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    by: Option<OneOrMany<String>>,
    /// Coded reasons; without them words are asked.
    reasons: Option<Map<Choice>>,
}
