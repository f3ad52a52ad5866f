//! What came, or would come, of each file: rows, and what they are.

use desk::import::{FileReport, Report};
use maud::{Markup, html};

use super::frame::figure;
use crate::ui::{Column, table_head};
use crate::words::Speech;

/// A line a file and the sums of several; `imported` names the rows that come in.
pub fn files(report: &Report, imported: &str, speech: &Speech) -> Markup {
    let column = |name: String, figures| Column { name, figures, sort: None, order: None };
    let columns = [
        column(speech.t("import-file"), false),
        column(speech.t("import-record"), false),
        column(speech.t("import-rows"), true),
        column(speech.t(imported), true),
        column(speech.t("import-mend"), true),
        column(speech.t("import-known"), true),
    ];
    let names: Vec<&str> = columns.iter().skip(2).map(|column| column.name.as_str()).collect();
    html! {
        div.list.folds.import-files tabindex="0" role="region" aria-label=(speech.t("import-came-of-it")) {
            table {
                (table_head(&columns, false, speech))
                tbody {
                    @for file in &report.files {
                        tr {
                            td.name { (file.name) }
                            td.record { (speech.t(&format!("import-record-{}", file.record.name()))) }
                            (counts(&names, counts_of(file), speech))
                        }
                    }
                }
                @if report.files.len() > 1 {
                    tfoot {
                        tr {
                            td.name { (speech.t("import-all-files")) }
                            td.record {}
                            (counts(&names, sums(&report.files), speech))
                        }
                    }
                }
            }
        }
    }
}

fn counts_of(file: &FileReport) -> [u64; 4] {
    [file.rows, file.imported, file.mend, file.known]
}

fn sums(files: &[FileReport]) -> [u64; 4] {
    files.iter().map(counts_of).fold([0; 4], |sum, one| std::array::from_fn(|at| sum[at] + one[at]))
}

fn counts(names: &[&str], counts: [u64; 4], speech: &Speech) -> Markup {
    html! {
        @for (name, count) in names.iter().zip(counts) {
            td.figures data-label=(name) { (figure(count, speech)) }
        }
    }
}
