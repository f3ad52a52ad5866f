//! Values in the binary form of whatever type PostgreSQL worked out for `$n`.

use std::error::Error;

use postgres_types::{Format, IsNull, ToSql, Type, private::BytesMut};

use super::numeric;
use crate::Param;

impl ToSql for Param {
    fn to_sql(&self, wanted: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, wanted) {
            (Param::Null, _) => Ok(IsNull::Yes),
            (Param::Bool(bool), &Type::BOOL) => bool.to_sql(wanted, out),
            (Param::Bool(bool), _) => Param::Int((*bool).into()).to_sql(wanted, out),
            (Param::Int(int), &Type::INT8) => int.to_sql(wanted, out),
            (Param::Int(int), &Type::INT4) => i32::try_from(*int)?.to_sql(wanted, out),
            (Param::Int(int), &Type::INT2) => i16::try_from(*int)?.to_sql(wanted, out),
            (Param::Int(int), &Type::FLOAT8) => (*int as f64).to_sql(wanted, out),
            (Param::Int(int), &Type::NUMERIC) => {
                numeric::write(*int, out);
                Ok(IsNull::No)
            }
            (Param::Real(real), &Type::FLOAT8) => real.to_sql(wanted, out),
            (Param::Real(real), &Type::FLOAT4) => (*real as f32).to_sql(wanted, out),
            (Param::Text(text), _) if <&str as ToSql>::accepts(wanted) => text.to_sql(wanted, out),
            // A JSONB value starts with its version, 1; the text follows.
            (Param::Text(text), &Type::JSONB) => {
                out.extend_from_slice(&[1]);
                text.to_sql(&Type::TEXT, out)
            }
            (Param::Text(text), &Type::JSON) => text.to_sql(&Type::TEXT, out),
            _ => {
                Err(format!("{self:?} does not fit {wanted}; write CAST($n AS its type) in the statement")
                    .into())
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Binary
    }

    postgres_types::to_sql_checked!();
}
