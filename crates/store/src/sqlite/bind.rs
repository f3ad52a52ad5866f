//! Values by name: to SQLite `$2` is a parameter that happens to be called "$2", wherever it stands.

use rusqlite::{
    Statement,
    types::{ToSql, ToSqlOutput, Value, ValueRef},
};

use super::errors::explain;
use crate::{Error, Param, Result, tx::gist};

impl ToSql for Param {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Param::Null => ToSqlOutput::Owned(Value::Null),
            Param::Bool(bool) => ToSqlOutput::Owned(Value::Integer((*bool).into())),
            Param::Int(int) => ToSqlOutput::Owned(Value::Integer(*int)),
            Param::Real(real) => ToSqlOutput::Owned(Value::Real(*real)),
            Param::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// Gives `$n` the n-th value; refuses names without a value and values without a name.
pub(super) fn bind(statement: &mut Statement<'_>, params: &[Param], sql: &str) -> Result<()> {
    let wanted = statement.parameter_count();
    let wrong = || Error::WrongCount { wanted, given: params.len(), sql: gist(sql) };
    let numbers = numbers(sql);
    if wanted != params.len() || wanted != numbers.len() {
        return Err(wrong());
    }
    for (index, number) in (1..).zip(numbers) {
        let param = number.checked_sub(1).and_then(|at| params.get(at)).ok_or_else(wrong)?;
        statement.raw_bind_parameter(index, param).map_err(|error| explain(&error, sql))?;
    }
    Ok(())
}

/// The numbers of `$n` as SQLite counts its parameters: each once, where it stands first. SQLite itself tells a name
/// only by going through all before it, which is felt where a statement asks for a hundred ids.
fn numbers(sql: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut most = 0;
    for after in sql.split('$').skip(1) {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = after[..digits].parse() else { continue };
        if number > most || !numbers.contains(&number) {
            numbers.push(number);
        }
        most = most.max(number);
    }
    numbers
}
