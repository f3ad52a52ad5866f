//! Why files and a mapping cannot be imported at all. Faults of single rows are the reasons of rows to mend.

use intake::{MappingError, ReadError, Says};

/// The most bytes that the files of one import may have together.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What is wrong, where, and how to mend it. Nothing was written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportFault {
    #[error("the mapping is at fault: {0}")]
    Mapping(#[from] MappingError),
    #[error("{file}: {fault}")]
    Unreadable { file: String, fault: ReadError },
    #[error("the mapping names none of these files: {}", .names.join(", "))]
    NothingTaken { names: Vec<String> },
    #[error("there are no rows below the header of {}; export the data again, or choose another file", .names.join(", "))]
    NoRows { names: Vec<String> },
    #[error("the files have {} MB together, an import takes 64 MB; split them", .bytes.div_ceil(1024 * 1024))]
    TooLarge { bytes: usize },
    #[error(
        "there is no published process {process:?} to place the deals in; publish it, or name another one"
    )]
    NoProcess { process: String },
}

impl ImportFault {
    /// The same in every language.
    pub fn says(&self) -> Says {
        let ru = match self {
            ImportFault::Mapping(fault) => in_russian(fault),
            ImportFault::Unreadable { file, fault } => format!("{file}: {}", fault.says().ru),
            ImportFault::NothingTaken { names } => {
                format!("Сопоставление не называет ни одного из этих файлов: {}.", names.join(", "))
            }
            ImportFault::NoRows { names } => format!(
                "Под заголовком нет строк: {}. Выгрузите данные ещё раз или выберите другой файл.",
                names.join(", ")
            ),
            ImportFault::TooLarge { bytes } => format!(
                "Вместе файлы занимают {} МБ, импорт берёт 64 МБ: разделите их.",
                bytes.div_ceil(1024 * 1024)
            ),
            ImportFault::NoProcess { process } => {
                format!("Процесс «{process}» не опубликован: опубликуйте его или назовите другой.")
            }
        };
        Says::new(self.to_string(), ru)
    }
}

/// Where in the mapping, and what was probably meant; the fault itself speaks of keys, which are English.
fn in_russian(fault: &MappingError) -> String {
    let mut told = "Ошибка в сопоставлении".to_owned();
    if let (Some(line), Some(column)) = (fault.line, fault.column) {
        told += &format!(", строка {line}, столбец {column}");
    }
    told += &format!(": {}", fault.message);
    match &fault.hint {
        Some(hint) => format!("{told}. Возможно, «{hint}»?"),
        None => told,
    }
}
