//! The installation's name, money, zone, language and working hours.

use process::Lang;
use sales::calendar::WorkingHours;
use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError, money};
use store::Tx;
use store::rows::installation::{self, Hours, InstallationRow};

use crate::member::entry::check_zone;
use crate::{Act, Error, Look, Result, Scene};

/// Looks at the installation. Everyone may: the page for signing in bears its name.
#[derive(Clone, Copy, Debug)]
pub struct Installation;

impl Look for Installation {
    type Seen = InstallationRow;

    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<InstallationRow> {
        Ok(installation::get(tx)?)
    }
}

/// Changes it: all as it shall be.
#[derive(Clone, Debug)]
pub struct ChangeInstallation {
    pub company_name: String,
    /// ISO 4217. Amounts in other currencies stay as they are.
    pub base_currency: String,
    /// IANA name.
    pub time_zone: String,
    /// The language of members to come.
    pub language: Lang,
    pub working_hours: WorkingHours,
}

impl Act for ChangeInstallation {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        let base_currency = self.check()?;
        installation::hold(tx)?;
        let row = InstallationRow {
            company_name: self.company_name.trim().to_owned(),
            base_currency,
            time_zone: self.time_zone.clone(),
            language: installation::lang_code(self.language).to_owned(),
            working_hours: Hours(self.working_hours.clone()),
            created_at: scene.now,
        };
        Ok(installation::update(tx, &row)?)
    }
}

/// Minutes of a day.
pub const DAY: i16 = 24 * 60;

impl ChangeInstallation {
    fn check(&self) -> Result<String> {
        let mut faults = Vec::new();
        check_text(&mut faults, "company_name", &self.company_name, true, NAME_MOST);
        check_zone(&mut faults, &self.time_zone);
        let currency = money::parse_currency(&self.base_currency).unwrap_or_else(|fault| {
            faults.push(FieldError::new("base_currency", fault));
            String::new()
        });
        for (open, close) in self.working_hours.0.iter().flatten() {
            if *open < 0 || *close > DAY {
                faults.push(FieldError::new("working_hours", Fault::NotATime));
            } else if open >= close {
                faults.push(FieldError::new("working_hours", Fault::EndsBeforeStart));
            }
        }
        Error::unless_valid(faults)?;
        Ok(currency)
    }
}
