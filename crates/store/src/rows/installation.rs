//! What the whole installation shares: its name, money, zone, language, working hours and holidays.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use process::Lang;
use sales::WorkingTime;
use sales::calendar::WorkingHours;

use crate::{Cell, Error, FromCell, Result, Tx, params};

crate::row! {
    pub struct InstallationRow {
        pub company_name: String,
        /// ISO 4217.
        pub base_currency: String,
        pub time_zone: String,
        pub language: String,
        pub working_hours: Hours,
        pub created_at: Timestamp,
    }
}

impl InstallationRow {
    /// The zone; a name that the zone database no longer has counts as UTC.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    pub fn lang(&self) -> Lang {
        lang(&self.language)
    }
}

/// The language of a column that names one: `ru`, or English.
pub fn lang(code: &str) -> Lang {
    if code == "ru" { Lang::Ru } else { Lang::En }
}

/// How the columns spell a language.
pub fn lang_code(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ru => "ru",
    }
}

/// Working hours as their column holds them: JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours(pub WorkingHours);

impl FromCell for Hours {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        const WANTED: &str = "seven days of working hours as JSON";
        match cell {
            Cell::Text(text) => serde_json::from_str(text).map(Hours).map_err(|_| WANTED),
            _ => Err(WANTED),
        }
    }
}

/// The installation, if it was prepared.
pub fn find(tx: &mut Tx) -> Result<Option<InstallationRow>> {
    tx.opt(&select(), params![])
}

/// The installation.
pub fn get(tx: &mut Tx) -> Result<InstallationRow> {
    tx.one(&select(), params![])
}

/// Makes acts of one installation-wide rule (the last administrator, the tree of teams, attempts to sign in) wait
/// for each other.
pub fn hold(tx: &mut Tx) -> Result<()> {
    tx.one_to_change::<(i64,)>("SELECT id FROM installation WHERE id = 1", params![]).map(|_| ())
}

fn select() -> String {
    format!("SELECT {} FROM installation", InstallationRow::COLUMNS)
}

/// Makes the row unless there is one.
pub fn insert_if_absent(tx: &mut Tx, row: &InstallationRow) -> Result<()> {
    tx.run(
        "INSERT INTO installation (id, company_name, base_currency, time_zone, language, working_hours, created_at) \
         VALUES (1, $1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
        params![
            &row.company_name,
            &row.base_currency,
            &row.time_zone,
            &row.language,
            hours_json(&row.working_hours)?,
            row.created_at
        ],
    )?;
    Ok(())
}

/// Changes everything but the day it was made.
pub fn update(tx: &mut Tx, row: &InstallationRow) -> Result<()> {
    tx.run(
        "UPDATE installation SET company_name = $1, base_currency = $2, time_zone = $3, language = $4, \
         working_hours = $5",
        params![
            &row.company_name,
            &row.base_currency,
            &row.time_zone,
            &row.language,
            hours_json(&row.working_hours)?
        ],
    )?;
    Ok(())
}

fn hours_json(hours: &Hours) -> Result<String> {
    serde_json::to_string(&hours.0).map_err(|error| Error::WrongType { what: error.to_string() })
}

crate::row! {
    pub struct HolidayRow {
        pub id: i64,
        pub day: Date,
        pub title: String,
    }
}

/// All holidays, earliest first.
pub fn list_holidays(tx: &mut Tx) -> Result<Vec<HolidayRow>> {
    tx.all(&format!("SELECT {} FROM holidays ORDER BY day", HolidayRow::COLUMNS), params![])
}

/// A day is a holiday once: `holidays_day_unique`.
pub fn insert_holiday(tx: &mut Tx, day: Date, title: &str) -> Result<i64> {
    tx.insert("INSERT INTO holidays (day, title) VALUES ($1, $2) RETURNING id", params![day, title])
}

/// How many were removed: one, or none when it was gone already.
pub fn delete_holiday(tx: &mut Tx, id: i64) -> Result<u64> {
    tx.run("DELETE FROM holidays WHERE id = $1", params![id])
}

/// The working calendar of the installation.
pub fn calendar(tx: &mut Tx) -> Result<WorkingTime> {
    tx.foresee(|tx| (get(tx), list_holidays(tx)));
    let row = get(tx)?;
    let holidays: BTreeSet<Date> = list_holidays(tx)?.into_iter().map(|holiday| holiday.day).collect();
    Ok(WorkingTime { zone: row.zone(), hours: row.working_hours.0, holidays })
}
