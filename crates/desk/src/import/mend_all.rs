//! One answer for all rows with the same reason, a batch at a time.

use intake::mapping::To;
use intake::{Answer, Mapping, Question, ReasonCode, Record, Target};
use sales::{Actor, Cause, Fault};
use store::Tx;
use store::rows::imports;

use super::fault::ImportFault;
use super::job::Job;
use super::mend::{Mended, RowToMend, attempt, note};
use super::mend_page::filter;
use super::reader::BATCH;
use super::report::{Report, Why};
use super::step::is_refusal;
use super::to_change;
use crate::{Act, Conflict, Desk, Error, Result, Scene};

/// What mends all rows with one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// This value in the column of the reason. A company named so is made if there is none.
    Value(String),
    /// This word in the column of the reason means that: a stage, or a record by its name.
    Means {
        word: String,
        means: String,
    },
    /// The names in the column are made where there are none of them.
    Make,
    /// In the column's dates the day, or the month, comes first.
    DayFirst,
    MonthFirst,
    /// In the column's numbers the comma, or the point, parts the decimals.
    Comma,
    Point,
}

/// What came of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MendedAll {
    pub imported: u64,
    pub known: u64,
    /// Something else is wrong with them, or the answer does not fit.
    pub still: u64,
}

/// Mends all rows of an import with one reason. How dates, numbers and names are read is kept in its mapping.
///
/// # Errors
/// [`Error::Invalid`] where a value is needed and not given; a conflict while the import is under way.
pub async fn mend_all(desk: &Desk, by: &Actor, id: i64, why: Why, remedy: Remedy) -> Result<MendedAll> {
    if matches!(&remedy, Remedy::Value(text) | Remedy::Means { means: text, .. } if text.trim().is_empty()) {
        return Err(Error::field("value", Fault::Required));
    }
    let mut all = MendedAll::default();
    let mut act = MendBatch { id, why, remedy, after: 0, limit: BATCH as i64, refuses: false };
    loop {
        let (some, last) = match desk.write(by, act.clone()).await {
            Err(error) if is_refusal(&error) && !act.refuses => {
                // One of them the database will not have: row by row, and that one is left as it is.
                act.refuses = act.limit == 1;
                act.limit = 1;
                continue;
            }
            done => done?,
        };
        all.imported += some.imported;
        all.known += some.known;
        all.still += some.still;
        let Some(last) = last else { return Ok(all) };
        act.after = last;
        if act.refuses {
            (act.refuses, act.limit) = (false, BATCH as i64);
        }
    }
}

/// The next rows; tells the last of them.
#[derive(Clone)]
struct MendBatch {
    id: i64,
    why: Why,
    remedy: Remedy,
    after: i64,
    limit: i64,
    /// The database would not have the row: it is passed over.
    refuses: bool,
}

impl Act for MendBatch {
    type Done = (MendedAll, Option<i64>);

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Self::Done> {
        let mut import = to_change(tx, scene, self.id)?;
        if !matches!(import.state.as_str(), "done" | "cancelled") {
            return Err(Conflict::ImportState.into());
        }
        let found =
            imports::list_mends_after(tx, &filter(self.id, Some(&self.why))?, self.after, self.limit)?;
        let mut rows = found.iter().map(RowToMend::new).collect::<Result<Vec<_>>>()?;
        let last = rows.last().map(|row| row.id);
        if let Remedy::Means { word, .. } = &self.remedy {
            rows.retain(|row| row.value(self.why.column.as_deref().unwrap_or_default()) == Some(word));
        }
        let mut all = MendedAll::default();
        if self.refuses {
            all.still = rows.len() as u64;
            return Ok((all, last));
        }
        let scene = scene.as_actor(Actor { cause: Cause::Import, ..scene.by.clone() });
        let mut job = Job::load_names(tx, &import, scene.now)?;
        if self.apply(&mut job, &mut rows)? {
            import.mapping = job.mapping.to_yaml().map_err(ImportFault::Mapping)?;
        }
        let mut report = Report::read(&import.report)?;
        for (row, mended) in rows.iter().zip(attempt(tx, &scene, &job, &rows)?) {
            note(tx, &scene, &mut import, &mut report, row, &mended)?;
            match mended {
                Mended::Imported => all.imported += 1,
                Mended::Known => all.known += 1,
                Mended::Still(_) => all.still += 1,
            }
        }
        import.report = report.write()?;
        imports::update(tx, &import)?;
        Ok((all, last))
    }
}

impl MendBatch {
    /// Puts the answer into the rows or into the mapping; whether the mapping is to be kept with it.
    fn apply(&self, job: &mut Job, rows: &mut [RowToMend]) -> Result<bool> {
        let Some(file) = job.files.get(self.why.file).map(|file| file.file) else {
            return Err(Error::NotFound);
        };
        let mapping = &mut job.mapping;
        let Some(header) = self.why.column.clone() else {
            return self.apply_everywhere(mapping, file).map(|()| false);
        };
        match &self.remedy {
            Remedy::Value(value) => {
                rows.iter_mut().for_each(|row| row.put(&header, value.trim()));
                let column = mapping.files[file].columns.get_mut(&header);
                if let Some(column) = column.filter(|column| column.to.link() == Some(Record::Company)) {
                    column.create = true;
                }
                return Ok(false);
            }
            Remedy::Means { word, means } => {
                let column = mapping.files[file].columns.get_mut(&header);
                let values = &mut column.ok_or(Error::NotFound)?.values;
                values.insert(word.clone(), means.trim().to_owned());
            }
            Remedy::Make => {
                let column = mapping.files[file].columns.get_mut(&header);
                column.ok_or(Error::NotFound)?.create = true;
            }
            Remedy::DayFirst | Remedy::MonthFirst => {
                let signs: Vec<char> = rows.iter().filter_map(|row| sign(row, &header)).collect();
                for sign in ['/', '-', '.', ' '].into_iter().filter(|sign| signs.contains(sign)) {
                    self.read_dates(mapping, file, &header, sign)?;
                }
            }
            Remedy::Comma | Remedy::Point => self.read_numbers(mapping, file, &header)?,
        }
        Ok(true)
    }

    /// No column is to blame: the client of deals without one is filled in for all.
    fn apply_everywhere(&self, mapping: &mut Mapping, file: usize) -> Result<()> {
        let (Remedy::Value(value), ReasonCode::ClientMissing) = (&self.remedy, self.why.code) else {
            return Err(Error::field("value", Fault::Unknown { value: String::new() }));
        };
        if let Some(target) = Target::find("deal.company") {
            let fill = mapping.files[file].fields.entry(To(target)).or_default();
            fill.when_missing = Some(intake::mapping::OneOrMany(vec![value.trim().to_owned()]));
        }
        Ok(mapping.check().map_err(ImportFault::Mapping)?)
    }

    fn read_dates(&self, mapping: &mut Mapping, file: usize, header: &str, sign: char) -> Result<()> {
        let order = if self.remedy == Remedy::DayFirst { ["day", "month"] } else { ["month", "day"] };
        let question = Question::DateForm {
            file,
            column: header.to_owned(),
            form: String::new(),
            rows: 0,
            examples: Vec::new(),
            options: Vec::new(),
            proven: None,
        };
        let choice = format!("{}{sign}{}{sign}year", order[0], order[1]);
        Ok(mapping.answer(&Answer { question, choice }).map_err(ImportFault::Mapping)?)
    }

    fn read_numbers(&self, mapping: &mut Mapping, file: usize, header: &str) -> Result<()> {
        let choice = if self.remedy == Remedy::Comma { "comma" } else { "point" };
        let question = Question::NumberForm {
            file,
            column: header.to_owned(),
            rows: 0,
            examples: Vec::new(),
            options: Vec::new(),
        };
        Ok(mapping.answer(&Answer { question, choice: choice.to_owned() }).map_err(ImportFault::Mapping)?)
    }
}

/// What parts the numbers of a date.
fn sign(row: &RowToMend, header: &str) -> Option<char> {
    row.value(header)?.chars().find(|letter| !letter.is_ascii_digit())
}
