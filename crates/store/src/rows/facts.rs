//! What a process may know of a record beyond its fields: each fact of a definition becomes one filtered aggregate,
//! each source one statement, bounded by the record.

use std::collections::BTreeMap;

use jiff::Timestamp;
use process::{Case, Column, FactSpec, Filter, Measure, Reach, Source, Value};

use super::events::Of;
use crate::{Error, FromRow, Result, Row, Sql, Tx};

/// Aggregates a statement; a longer list takes another statement.
const WIDTH: usize = 16;

const SOURCES: [Source; 6] =
    [Source::Activity, Source::Task, Source::Note, Source::Document, Source::Deal, Source::Contact];

struct Numbers([Option<i64>; WIDTH]);

impl FromRow for Numbers {
    fn from_row(row: &Row<'_>) -> Result<Numbers> {
        let mut numbers = [None; WIDTH];
        for (at, number) in numbers.iter_mut().enumerate() {
            *number = row.get(at)?;
        }
        Ok(Numbers(numbers))
    }
}

/// The facts of one record by their keys. A fact since a stage that was never entered counts no rows.
pub fn load(tx: &mut Tx, of: Of, case: &Case, specs: &[FactSpec]) -> Result<BTreeMap<String, Value>> {
    let mut asked: Vec<(Vec<&FactSpec>, Sql)> = Vec::new();
    for source in SOURCES {
        for from in [Reach::Record, Reach::CompanyTree] {
            let of_both = |spec: &&FactSpec| spec.source == source && spec.from == from;
            let specs: Vec<&FactSpec> = specs.iter().filter(of_both).collect();
            for chunk in specs.chunks(WIDTH) {
                asked.push((chunk.to_vec(), statement((source, from), of, case, chunk)));
            }
        }
    }
    tx.foresee(|tx| asked.iter().for_each(|(_, sql)| drop(numbers(tx, sql))));
    let mut facts = BTreeMap::new();
    for (specs, sql) in &asked {
        let Numbers(numbers) = numbers(tx, sql)?;
        for (spec, number) in specs.iter().zip(numbers) {
            facts.insert(spec.key.clone(), value(spec, number)?);
        }
    }
    Ok(facts)
}

fn numbers(tx: &mut Tx, sql: &Sql) -> Result<Numbers> {
    tx.one(sql.as_str(), sql.params())
}

fn statement((source, from): (Source, Reach), of: Of, case: &Case, specs: &[&FactSpec]) -> Sql {
    let mut sql = Sql::new("SELECT ");
    for at in 0..WIDTH {
        sql = sql.text(if at == 0 { "" } else { ", " });
        sql = match specs.get(at) {
            Some(spec) => aggregate(sql, source, case, spec),
            None => sql.text("CAST(NULL AS BIGINT)"),
        };
    }
    let kept = match source {
        Source::Activity => " FROM activities WHERE archived_at IS NULL",
        Source::Task => " FROM tasks WHERE archived_at IS NULL",
        Source::Note => " FROM notes WHERE archived_at IS NULL",
        Source::Document => " FROM files WHERE document <> '' AND removed_at IS NULL",
        Source::Deal => " FROM deals WHERE archived_at IS NULL",
        Source::Contact => " FROM people WHERE archived_at IS NULL",
    };
    let sql = sql.text(kept).text(" AND ");
    match (source, of) {
        (Source::Contact, _) => contacts(sql, of, from),
        (_, Of::Deal(id)) => sql.text("deal_id = ").bind(id),
        (_, Of::Company(id)) => companies(sql.text("company_id"), id, from),
        (_, Of::Person(id)) => sql.text("person_id = ").bind(id),
    }
}

/// People at the company, or in the deal.
fn contacts(sql: Sql, of: Of, from: Reach) -> Sql {
    match of {
        Of::Company(id) => {
            let sql = sql.text("id IN (SELECT person_id FROM person_companies WHERE company_id");
            companies(sql, id, from).text(")")
        }
        Of::Deal(id) => sql
            .text("id IN (SELECT person_id FROM deal_people WHERE deal_id = ")
            .bind(id)
            .text(" UNION SELECT person_id FROM deals WHERE id = ")
            .bind(id)
            .text(")"),
        Of::Person(id) => sql.text("id = ").bind(id),
    }
}

/// The company, or it and all below it.
fn companies(sql: Sql, id: i64, from: Reach) -> Sql {
    match from {
        Reach::Record => sql.text(" = ").bind(id),
        Reach::CompanyTree => sql
            .text(" IN (WITH RECURSIVE tree (id) AS (SELECT id FROM companies WHERE id = ")
            .bind(id)
            .text(" UNION SELECT c.id FROM companies c JOIN tree ON c.parent_id = tree.id) SELECT id FROM tree)"),
    }
}

fn aggregate(sql: Sql, source: Source, case: &Case, spec: &FactSpec) -> Sql {
    let sql = match spec.measure {
        Measure::Any | Measure::None | Measure::Count => sql.text("COUNT(*)"),
        Measure::Latest => sql.text("MAX(").text(column(source, spec.of)).text(")"),
        Measure::Earliest => sql.text("MIN(").text(column(source, spec.of)).text(")"),
    };
    let mut sql = sql.text(" FILTER (WHERE ");
    sql = match spec.since.instant(case) {
        None => sql.text("FALSE"),
        Some(since) => sql.text(counted_at(source)).text(" >= ").bind(since),
    };
    for filter in &spec.filters {
        sql = condition(sql.text(" AND "), source, filter);
    }
    sql.text(")")
}

/// When a row counts as having happened.
fn counted_at(source: Source) -> &'static str {
    match source {
        Source::Activity | Source::Task => "COALESCE(done_at, created_at)",
        Source::Note | Source::Document | Source::Contact => "created_at",
        Source::Deal => "changed_at",
    }
}

fn column(source: Source, of: Option<Column>) -> &'static str {
    match (source, of) {
        (Source::Activity, Some(Column::StartedAt)) => "starts_at",
        (Source::Activity, Some(Column::EndedAt)) => "ends_at",
        (Source::Task, Some(Column::DueAt)) => "due_at",
        (Source::Task, Some(Column::EndedAt)) => "done_at",
        _ => "created_at",
    }
}

fn condition(sql: Sql, source: Source, filter: &Filter) -> Sql {
    let done = |sql: Sql, yes: bool| sql.text(if yes { "done_at IS NOT NULL" } else { "done_at IS NULL" });
    let list = |sql: Sql, column: &str, keys: &[String]| {
        sql.text(column).text(" IN ").bind_list(keys.iter().map(String::as_str))
    };
    match filter {
        Filter::Type(keys) => list(sql, "type", keys),
        Filter::Outcome(keys) => list(sql, "outcome", keys),
        Filter::Kind(keys) if source == Source::Document => list(sql, "document", keys),
        Filter::Kind(keys) => list(sql, "kind", keys),
        Filter::Signed(yes) => sql.text(if *yes { "signed" } else { "NOT signed" }),
        Filter::Open(yes) if source == Source::Deal => {
            sql.text(if *yes { "status = 'open'" } else { "status <> 'open'" })
        }
        Filter::Process(keys) => {
            list(sql.text("process_version_id IN (SELECT id FROM process_versions WHERE "), "process", keys)
                .text(")")
        }
        Filter::Status(keys) => list(sql, "status", keys),
        Filter::Planned(yes) | Filter::Open(yes) => done(sql, !yes),
        Filter::Done(yes) => done(sql, *yes),
        Filter::FindingsFilled(yes) => sql.text(if *yes { "findings <> ''" } else { "findings = ''" }),
    }
}

fn value(spec: &FactSpec, number: Option<i64>) -> Result<Value> {
    let count = number.unwrap_or(0);
    let instant = |at: i64| {
        Timestamp::from_microsecond(at)
            .map(Value::Instant)
            .map_err(|error| Error::WrongType { what: format!("fact {}: {error}", spec.key) })
    };
    match spec.measure {
        Measure::Any => Ok(Value::Bool(count > 0)),
        Measure::None => Ok(Value::Bool(count == 0)),
        Measure::Count => Ok(Value::Int(count)),
        Measure::Latest | Measure::Earliest => number.map_or(Ok(Value::Absent), instant),
    }
}
