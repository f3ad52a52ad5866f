//! `row!`: a struct, its column list and its reader from one place, so that they can't drift apart.

/// Declares a row struct with `COLUMNS`, `columns("alias")` and a positional [`FromRow`](crate::FromRow).
///
/// Field names are column names. `Debug`, `Clone` and `PartialEq` come with it.
///
/// ```
/// store::row! {
///     /// A deal as the board shows it.
///     pub struct DealRow {
///         pub id: i64,
///         pub name: String,
///         pub amount: Option<i64>,
///     }
/// }
/// assert_eq!(DealRow::COLUMNS, "id, name, amount");
/// assert_eq!(DealRow::columns("d"), "d.id, d.name, d.amount");
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $(#[$first_meta:meta])* $first_vis:vis $first:ident : $first_type:ty
        $(, $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty)* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $name {
            $(#[$first_meta])* $first_vis $first: $first_type,
            $($(#[$field_meta])* $field_vis $field: $type,)*
        }

        impl $name {
            /// The columns in reading order, for a SELECT list.
            $vis const COLUMNS: &'static str = concat!(stringify!($first) $(, ", ", stringify!($field))*);

            /// The columns in reading order, each of the table that goes by `alias`.
            $vis fn columns(alias: &str) -> String {
                Self::COLUMNS.split(", ").map(|column| format!("{alias}.{column}")).collect::<Vec<_>>().join(", ")
            }
        }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                let mut at = 0..;
                let mut next = || at.next().unwrap_or_default();
                Ok(Self {
                    $first: row.get(next())?,
                    $($field: row.get(next())?,)*
                })
            }
        }
    };
}
