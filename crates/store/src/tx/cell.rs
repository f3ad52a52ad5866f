//! What a statement answers: one cell of a row, and the Rust types that can be read from it.

/// One value of a row, borrowed from the engine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(&'a str),
}

/// A type that one column can be read into. Own types (an id, a kind) implement it over [`Cell`].
pub trait FromCell: Sized {
    /// Reads the cell, or says in a few words what was expected of it.
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str>;
}

impl FromCell for i64 {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Int(int) => Ok(int),
            Cell::Bool(bool) => Ok(bool.into()),
            _ => Err("a whole number"),
        }
    }
}

impl FromCell for bool {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Bool(bool) => Ok(bool),
            Cell::Int(0) => Ok(false),
            Cell::Int(1) => Ok(true),
            _ => Err("true or false"),
        }
    }
}

impl FromCell for f64 {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Real(real) => Ok(real),
            // i64 to f64: counts and sums below 2^53, as every engine's own AVG does.
            Cell::Int(int) => Ok(int as f64),
            _ => Err("a number"),
        }
    }
}

impl FromCell for String {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Text(text) => Ok(text.to_owned()),
            _ => Err("text"),
        }
    }
}

impl FromCell for jiff::Timestamp {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Int(int) => {
                jiff::Timestamp::from_microsecond(int).map_err(|_| "an instant in microseconds")
            }
            _ => Err("an instant in microseconds"),
        }
    }
}

impl FromCell for jiff::civil::Date {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        match cell {
            Cell::Text(text) => text.parse().map_err(|_| "a date as YYYY-MM-DD"),
            _ => Err("a date as YYYY-MM-DD"),
        }
    }
}

impl<T: FromCell> FromCell for Option<T> {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        if cell == Cell::Null { Ok(None) } else { T::from_cell(cell).map(Some) }
    }
}
