//! Which database: a file or a server.

use std::{fmt, path::PathBuf, str::FromStr};

use crate::Error;

/// Where the database is: `sqlite:PATH`, a bare path, or `postgres://USER@HOST/NAME`
/// (`postgres:///NAME?host=/run/postgresql` for a socket).
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file; it is made when missing.
    Sqlite(PathBuf),
    /// A server, as libpq writes it. May hold a password: printing hides it.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let bare = text.strip_prefix("sqlite:").unwrap_or(text);
        let path = bare.strip_prefix("//").unwrap_or(bare);
        match path {
            "" => Err(Error::Url { what: "it is empty".into() }),
            ":memory:" => {
                Err(Error::Url { what: "a database in memory has no durability; name a file".into() })
            }
            _ if text.contains("://") && !text.starts_with("sqlite:") => {
                Err(Error::Url { what: format!("unknown kind of database in {}", masked(text)) })
            }
            _ => Ok(Self::Sqlite(PathBuf::from(path))),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(text) => f.write_str(&masked(text)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

/// The URL with its password, and whatever stands behind `?`, left out.
fn masked(url: &str) -> String {
    let plain = url.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = plain.split_once("://") else { return plain.to_owned() };
    let Some((user, place)) = rest.rsplit_once('@') else { return plain.to_owned() };
    let name = user.split(':').next().unwrap_or_default();
    format!("{scheme}://{name}@{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_file_with_or_without_the_word_sqlite() {
        let file = DatabaseUrl::Sqlite(PathBuf::from("data/crm.db"));
        assert_eq!("data/crm.db".parse(), Ok(file.clone()));
        assert_eq!("sqlite:data/crm.db".parse(), Ok(file));
        assert_eq!("sqlite:///srv/crm.db".parse(), Ok(DatabaseUrl::Sqlite(PathBuf::from("/srv/crm.db"))));
    }

    #[test]
    fn what_is_neither_a_file_nor_postgres_is_refused() {
        assert!("".parse::<DatabaseUrl>().is_err());
        assert!("sqlite::memory:".parse::<DatabaseUrl>().is_err());
        assert!("mysql://host/db".parse::<DatabaseUrl>().is_err());
    }

    #[test]
    fn a_password_is_never_printed() {
        let url: DatabaseUrl = "postgres://crm:s3cret@db/crm?password=s3cret".parse().unwrap();
        assert_eq!(url.to_string(), "postgres://crm@db/crm");
        assert!(!format!("{url:?}").contains("s3cret"));
    }
}
