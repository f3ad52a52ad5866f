//! What can go wrong with a database, in words for the person who has to mend it.

/// A [`Result`](std::result::Result) of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Every failure of the store. Constraint names are the same on both engines, so that a caller can match on them.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `Tx::one` found no row. Leaves the transaction usable.
    #[error("no such row: {sql}")]
    NotFound { sql: String },
    /// `Tx::one` or `Tx::opt` found several rows. Leaves the transaction usable.
    #[error("more than one row where one was asked for: {sql}")]
    NotOne { sql: String },
    /// A unique index or key has this value already.
    #[error("the value is taken already (unique constraint {constraint})")]
    Unique { constraint: String },
    /// A CHECK refused the row.
    #[error("the value is not allowed (check constraint {constraint})")]
    Check { constraint: String },
    /// A row refers to one that is missing, or is still referred to.
    #[error("the row refers to one that is missing, or others still refer to it (foreign key {constraint})")]
    ForeignKey { constraint: String },
    /// A column that must have a value got none.
    #[error("{table}.{column} needs a value")]
    NotNull { table: String, column: String },
    /// The statement names another number of parameters than it was given.
    #[error("the statement takes {wanted} parameters ($1 to ${wanted}) and was given {given}: {sql}")]
    WrongCount { wanted: usize, given: usize, sql: String },
    /// A column holds another type than the reader asked for, or a parameter does not fit its column.
    #[error("{what}")]
    WrongType { what: String },
    /// A text holds the character U+0000, which PostgreSQL can't keep; refused on both engines.
    #[error("a text holds a zero character (U+0000), and none may: take it out")]
    ZeroCharacter,
    /// A write inside `Store::read`.
    #[error("a read may not change anything; use Store::write: {what}")]
    ReadOnly { what: String },
    /// Others held the lock for longer than `StoreSettings::lock_wait`.
    #[error(
        "the database is busy: {what}. Try again, and look for another process that holds it open in a long write"
    )]
    Busy { what: String },
    /// Others changed the same rows again and again; nothing was written.
    #[error("others changed the same rows at the same moment, {reruns} times running; try again ({what})")]
    Contended { reruns: u32, what: String },
    /// A read took longer than `StoreSettings` allows.
    #[error("the query took longer than it may and was stopped ({what}); narrow it, or run it as a report")]
    TooSlow { what: String },
    /// No room left; nothing of this act was written.
    #[error("the disk is full ({what}); nothing was written. Free some space and try again")]
    DiskFull { what: String },
    /// The database can't be reached or opened; nothing was written.
    #[error("the database can't be reached: {what}")]
    Unavailable { what: String },
    /// The connection broke while COMMIT was under way.
    #[error(
        "the connection broke while committing, so the change may or may not be there: look before doing it again ({what})"
    )]
    OutcomeUnknown { what: String },
    /// The database was written by a newer Dealwright.
    #[error(
        "the database has schema {found}, this program knows {known}: run the newer program, or restore a backup made before it"
    )]
    TooNew { found: i64, known: i64 },
    /// A migration failed; the database is as it was before it.
    #[error("migration {version} ({name}) failed and was rolled back: {what}")]
    Migration { version: i64, name: String, what: String },
    /// A statement failed earlier in this transaction, and the act went on regardless.
    #[error("the transaction was rolled back because a statement had failed in it: {first}")]
    Spoiled { first: String },
    /// An act spoke a transaction word; the store opens and closes transactions.
    #[error("an act may not open or close transactions itself: {sql}")]
    TransactionWord { sql: String },
    /// The act panicked; nothing of it was written.
    #[error("the act panicked and was rolled back: {what}")]
    Panicked { what: String },
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
    /// A backup or a restore could not be made.
    #[error("{what}")]
    Backup { what: String },
    /// The database URL makes no sense.
    #[error(
        "can't read the database URL: {what}. Write a file's path, sqlite:PATH or postgres://USER@HOST/NAME"
    )]
    Url { what: String },
    /// Anything else the engine said.
    #[error("the database refused: {what}{}", within(.sql))]
    Other { what: String, sql: String },
}

impl Error {
    /// The constraint that refused, if one did: what a form maps to a field.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Unique { constraint } | Self::Check { constraint } | Self::ForeignKey { constraint } => {
                Some(constraint)
            }
            _ => None,
        }
    }

    /// True when the same act may well succeed if it is simply tried again.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::Contended { .. } | Self::Unavailable { .. })
    }
}

fn within(sql: &str) -> String {
    if sql.is_empty() { String::new() } else { format!(", in: {}", gist(sql)) }
}

/// The first 120 characters of a statement, on one line: enough to find it, short enough to log.
pub(crate) fn gist(sql: &str) -> String {
    let mut line = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(120) {
        line.truncate(end);
        line.push('…');
    }
    line
}
