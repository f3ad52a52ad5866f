//! Rows as PostgreSQL sends them, in binary.

use std::error::Error;

use postgres_types::{FromSql, Type};

use super::numeric;
use crate::{Cell, tx::Cells};

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(given: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *given {
            Type::BOOL => Cell::Bool(bool::from_sql(given, raw)?),
            Type::INT8 => Cell::Int(i64::from_sql(given, raw)?),
            Type::INT4 => Cell::Int(i32::from_sql(given, raw)?.into()),
            Type::INT2 => Cell::Int(i16::from_sql(given, raw)?.into()),
            // xid8 and oid: counters of the server, without sign.
            Type::XID8 => Cell::Int(i64::from_be_bytes(raw.try_into()?)),
            Type::OID => Cell::Int(u32::from_sql(given, raw)?.into()),
            Type::FLOAT8 => Cell::Real(f64::from_sql(given, raw)?),
            Type::FLOAT4 => Cell::Real(f32::from_sql(given, raw)?.into()),
            Type::NUMERIC => numeric::read(raw)?,
            Type::VOID => Cell::Null,
            Type::JSONB => Cell::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?),
            Type::JSON => Cell::Text(std::str::from_utf8(raw)?),
            _ if <&str as FromSql>::accepts(given) => Cell::Text(<&str>::from_sql(given, raw)?),
            _ => {
                return Err(
                    format!("a column of type {given} can't be read; CAST it to BIGINT or TEXT").into()
                );
            }
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Cell::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

impl Cells for tokio_postgres::Row {
    fn cell(&self, index: usize) -> crate::Result<Cell<'_>> {
        self.try_get(index).map_err(|error| {
            let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            crate::Error::WrongType {
                what: format!("column {} ({index}): {error} {cause}", self.name(index)),
            }
        })
    }

    fn name(&self, index: usize) -> String {
        self.columns().get(index).map_or("?", |column| column.name()).to_owned()
    }
}
