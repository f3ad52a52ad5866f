//! What was found in a column, in a word, with what is doubtful about it.

use intake::{ColumnPreview, FilePreview, Found, Kind, Question, Target};
use maud::{Markup, html};

use super::columns::mapping_of;
use super::draft::Draft;
use super::frame::said;
use crate::ui::{Icon, icon};
use crate::words::Speech;

pub fn show(draft: &Draft<'_>, file: &FilePreview, column: &ColumnPreview, speech: &Speech) -> Markup {
    let empty = file.rows.saturating_sub(column.filled);
    let doubt = doubt(draft, file, column, speech);
    let mut told = vec![doubt.clone().unwrap_or_else(|| sure(draft, file, column, speech))];
    if empty > 0 && column.filled > 0 {
        told.push(speech.t_with("import-empty-rows", &[("rows", empty.into())]));
    }
    html! {
        span.finding data-tone=[doubt.is_some().then_some("amber")] {
            (icon(if doubt.is_some() { Icon::Warning } else { Icon::Check }))
            span { (told.join(", ")) }
        }
    }
}

/// How many questions the column leaves open.
fn doubt(draft: &Draft<'_>, file: &FilePreview, column: &ColumnPreview, speech: &Speech) -> Option<String> {
    let of = |question: &&Question| question.column() == column.header && place(question) == file.file;
    let open: Vec<&Question> = draft.preview.questions.iter().filter(of).collect();
    let key = match open.first()? {
        Question::DateForm { .. } => "import-found-ambiguous-dates",
        Question::NumberForm { .. } => "import-found-ambiguous-numbers",
        Question::NearMatch { .. } => "import-found-unknown-names",
        Question::Stage { .. } => "import-found-unknown-stages",
    };
    Some(speech.t_with(key, &[("count", open.len().into())]))
}

fn place(question: &Question) -> usize {
    match question {
        Question::DateForm { file, .. }
        | Question::NumberForm { file, .. }
        | Question::NearMatch { file, .. }
        | Question::Stage { file, .. } => *file,
    }
}

fn sure(draft: &Draft<'_>, file: &FilePreview, column: &ColumnPreview, speech: &Speech) -> String {
    let target = column.target.as_deref().and_then(Target::find);
    let own = mapping_of(draft.mapping.as_ref(), file).and_then(|file| file.columns.get(&column.header));
    match target.map(|target| target.kind) {
        _ if column.filled == 0 => speech.t("import-found-nothing"),
        Some(Kind::SourceId) if file.duplicate_rows == 0 => speech.t("import-found-all-new"),
        Some(Kind::SourceId) => speech.t_with("import-found-twice", &[("rows", file.duplicate_rows.into())]),
        Some(Kind::Stage) => speech.t("import-found-stages"),
        Some(Kind::Link(_)) if own.is_some_and(|own| own.create) => speech.t("import-found-made"),
        Some(Kind::Link(_)) => speech.t("import-found-known"),
        _ => match &column.found {
            Found::Dates { forms } if forms.len() > 1 => {
                speech.t_with("import-found-date-forms", &[("count", forms.len().into())])
            }
            found => said(&found.says(), speech).to_owned(),
        },
    }
}
