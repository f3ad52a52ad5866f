//! Addresses as functions: no template spells one.

use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in a query as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// Where a page that was made then hears of its topics: `deal:42 deals`.
pub fn live(topics: &str, made: Timestamp) -> String {
    query("/live", &[("topics", topics), ("since", &made.as_microsecond().to_string())])
}

/// An address of ours, as somebody sent it: `//elsewhere` and `https://` are none, nor is what a browser reads as
/// such, for it drops tabs and line ends and takes `\\` for `/`.
pub fn own(address: &str) -> Option<&str> {
    let is_plain = !address.contains(|letter: char| letter.is_control() || letter == '\\');
    (is_plain && address.starts_with('/') && !address.starts_with("//")).then_some(address)
}

/// Encodes a value for a query.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

pub fn deal(id: i64) -> String {
    format!("/deals/{id}")
}

pub fn company(id: i64) -> String {
    format!("/companies/{id}")
}

pub fn person(id: i64) -> String {
    format!("/people/{id}")
}

/// `/deals/42/moves`: taking a move, or asking what it wants.
pub fn moves(deal: i64) -> String {
    format!("/deals/{deal}/moves")
}

pub fn activity(id: i64) -> String {
    format!("/activities/{id}")
}

pub fn task(id: i64) -> String {
    format!("/tasks/{id}")
}

pub fn process(key: &str) -> String {
    format!("/process/{}", encode(key))
}

pub fn import(id: i64) -> String {
    format!("/import/{id}")
}

/// The bytes of a file.
pub fn file(id: i64) -> String {
    format!("/files/{id}")
}

/// The files of a record: `/deals/42/files`.
pub fn files(record: &str) -> String {
    act(record, "files")
}

pub const COMPANIES: &str = "/companies";
pub const PEOPLE: &str = "/people";
pub const NOTES: &str = "/notes";
pub const NOTICES: &str = "/notifications";
/// The API to be read and tried.
pub const API: &str = "/api";
pub const ARCHIVE: &str = "/archive";

/// `/companies/7/edit`: an act on a record or on a list of them.
pub fn act(on: &str, verb: &str) -> String {
    format!("{on}/{verb}")
}

/// An address with what is asked for; what is empty is left out.
pub fn query(address: &str, asked: &[(&str, &str)]) -> String {
    let filled = asked.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = filled.map(|(name, value)| format!("{name}={}", encode(value))).collect();
    if pairs.is_empty() { address.to_owned() } else { format!("{address}?{}", pairs.join("&")) }
}

pub fn deal_list() -> String {
    "/deals/list".to_owned()
}

pub fn new_deal() -> String {
    "/deals/new".to_owned()
}

pub fn edit_deal(id: i64) -> String {
    format!("/deals/{id}/edit")
}

/// The dialog of one move.
pub fn a_move(deal: i64, key: &str) -> String {
    format!("/deals/{deal}/moves/{}", encode(key))
}

/// The dialog that starts a process on a company.
pub fn start_on_company(company: i64, process: &str) -> String {
    format!("/companies/{company}/cases/{}", encode(process))
}

/// The dialog of one move of a company's case.
pub fn a_move_of_company(company: i64, process: &str, key: &str) -> String {
    format!("{}/moves/{}", start_on_company(company, process), encode(key))
}

/// The form of an activity on a record, `on` such as `deal=42`, `mode` `log` or `plan`.
pub fn new_activity(on: &str, mode: &str, kind: &str) -> String {
    let with = if on.is_empty() { String::new() } else { format!("{on}&") };
    let kind = if kind.is_empty() { String::new() } else { format!("&type={}", encode(kind)) };
    format!("/activities/new?{with}mode={mode}{kind}")
}

pub fn activity_done(id: i64) -> String {
    format!("/activities/{id}/done")
}

pub fn activity_plan(id: i64) -> String {
    format!("/activities/{id}/plan")
}

pub fn activity_cancel(id: i64) -> String {
    format!("/activities/{id}/cancel")
}

/// An address with `back` in its query: where to return after the act.
pub fn and_back(address: &str, back: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}back={}", encode(back))
}

/// More cards of a stage.
pub fn column(stage: &str) -> String {
    format!("/deals/columns/{}", encode(stage))
}

pub fn deal_owner(id: i64) -> String {
    format!("/deals/{id}/owner")
}

pub fn archive_deal(id: i64) -> String {
    format!("/deals/{id}/archive")
}

pub fn restore_deal(id: i64) -> String {
    format!("/deals/{id}/restore")
}

/// One value of a deal, edited where it stands.
pub fn deal_field(id: i64, field: &str) -> String {
    format!("/deals/{id}/fields/{field}")
}

/// Taking an act back.
pub fn undo(act: i64) -> String {
    format!("/acts/{act}/undo")
}

pub const MEMBERS: &str = "/members";

pub fn member(id: i64) -> String {
    format!("/members/{id}")
}

pub fn new_member() -> String {
    "/members/new".to_owned()
}

pub const IMPORTS: &str = "/import";

pub fn new_import() -> String {
    "/import/new".to_owned()
}

/// `/settings/teams`; the company's own page without a name.
pub fn settings(page: &str) -> String {
    if page.is_empty() { "/settings".to_owned() } else { format!("/settings/{page}") }
}
