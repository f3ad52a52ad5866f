//! Why a whole file cannot be taken. Faults of single rows are [`crate::Reason`]s.

use crate::says::Says;

/// A file that cannot be read as a table, said so that one knows what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are another kind of file.
    #[error("this is {kind}, not a table of text; {mend}")]
    NotText { kind: &'static str, mend: &'static str },
    /// Nothing in it, not even a header.
    #[error("the file is empty; the first line must hold the column names")]
    Empty,
    /// A byte sequence that the encoding does not have.
    #[error(
        "line {line} holds bytes that are not {encoding}; save the file as {encoding} or name its encoding in the mapping"
    )]
    BadBytes { encoding: String, line: u64 },
    /// A name of an encoding that is not known.
    #[error("there is no encoding called {0:?}; known are utf-8, utf-16le, utf-16be, windows-1251, koi8-r")]
    UnknownEncoding(String),
    /// A quoted field without its end: the file was cut off, or a quote is stray.
    #[error(
        "the quote opened on line {line} is never closed: the file is cut off there, or a quote is stray; export it again, or take the quote out"
    )]
    QuoteNotClosed { line: u64 },
    /// The mapping speaks of columns that the header does not have.
    #[error("the file has no column {}{}", quoted(.missing), hinted(.near))]
    ColumnsMissing { missing: Vec<String>, near: Vec<String> },
}

impl ReadError {
    /// The same in every language.
    pub fn says(&self) -> Says {
        let ru = match self {
            Self::NotText { kind, .. } => {
                format!("Это не текстовая таблица ({kind}). Сохраните её как CSV и загрузите снова.")
            }
            Self::Empty => "Файл пуст: в первой строке должны стоять названия столбцов.".into(),
            Self::BadBytes { encoding, line } => format!(
                "В строке {line} есть байты не из кодировки {encoding}. Сохраните файл в {encoding} или укажите кодировку."
            ),
            Self::UnknownEncoding(name) => format!("Кодировка «{name}» неизвестна."),
            Self::QuoteNotClosed { line } => {
                format!(
                    "Кавычка, открытая в строке {line}, не закрыта: файл обрезан или кавычка лишняя. Выгрузите его ещё раз или уберите кавычку."
                )
            }
            Self::ColumnsMissing { missing, near } => {
                let hint = if near.is_empty() {
                    String::new()
                } else {
                    format!(" Похожие: {}.", quoted(near))
                };
                format!("В файле нет столбцов: {}.{hint}", quoted(missing))
            }
        };
        Says::new(self.to_string(), ru)
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")
}

fn hinted(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; it has {}", quoted(near)) }
}
