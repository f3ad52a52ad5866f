//! What a statement is given for its `$1`, `$2` ...

/// One value of a statement. Instants are microseconds since 1970 in UTC, dates are ISO text.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    Null,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(String),
}

impl Param {
    /// Whether it is a text that PostgreSQL can't keep.
    pub(crate) fn holds_zero(&self) -> bool {
        matches!(self, Param::Text(text) if text.contains('\0'))
    }
}

/// The values of a statement in order: `params![deal_id, name, None::<i64>]`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::Param] };
    ($($value:expr),+ $(,)?) => { &[$($crate::Param::from($value)),+] as &[$crate::Param] };
}

macro_rules! param_from {
    ($($type:ty => |$value:ident| $param:expr;)*) => {
        $(impl From<$type> for Param {
            fn from($value: $type) -> Self { $param }
        })*
    };
}

param_from! {
    bool => |value| Param::Bool(value);
    i64 => |value| Param::Int(value);
    i32 => |value| Param::Int(value.into());
    i16 => |value| Param::Int(value.into());
    u32 => |value| Param::Int(value.into());
    u16 => |value| Param::Int(value.into());
    u8 => |value| Param::Int(value.into());
    f64 => |value| Param::Real(value);
    &str => |value| Param::Text(value.to_owned());
    String => |value| Param::Text(value);
    &String => |value| Param::Text(value.clone());
    jiff::Timestamp => |value| Param::Int(value.as_microsecond());
    jiff::civil::Date => |value| Param::Text(value.to_string());
}

impl<T: Into<Param>> From<Option<T>> for Param {
    fn from(value: Option<T>) -> Self {
        value.map_or(Param::Null, Into::into)
    }
}
