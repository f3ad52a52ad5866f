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
    if wanted != params.len() {
        return Err(wrong());
    }
    for index in 1..=wanted {
        let number =
            statement.parameter_name(index).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let param = number.and_then(|number| params.get(number.checked_sub(1)?)).ok_or_else(wrong)?;
        statement.raw_bind_parameter(index, param).map_err(|error| explain(&error, sql))?;
    }
    Ok(())
}
