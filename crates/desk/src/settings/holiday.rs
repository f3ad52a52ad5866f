//! Days on which nobody works.

use jiff::civil::Date;
use sales::field::{NAME_MOST, check_text};
use store::Tx;
use store::rows::installation::{self, HolidayRow};

use crate::access::known_only;
use crate::taken::taken;
use crate::{Act, Error, Look, Result, Scene};

/// All holidays, earliest first.
#[derive(Clone, Copy, Debug)]
pub struct ListHolidays;

impl Look for ListHolidays {
    type Seen = Vec<HolidayRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<HolidayRow>> {
        known_only(scene)?;
        Ok(installation::list_holidays(tx)?)
    }
}

/// Adds a day.
#[derive(Clone, Debug)]
pub struct AddHoliday {
    pub day: Date,
    pub title: String,
}

impl Act for AddHoliday {
    /// The holiday's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        let mut faults = Vec::new();
        check_text(&mut faults, "title", &self.title, true, NAME_MOST);
        Error::unless_valid(faults)?;
        let made = installation::insert_holiday(tx, self.day, self.title.trim());
        taken(made, "holidays_day_unique", "day", &self.day.to_string())
    }
}

/// Removes a day.
#[derive(Clone, Copy, Debug)]
pub struct RemoveHoliday {
    pub id: i64,
}

impl Act for RemoveHoliday {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        if installation::delete_holiday(tx, self.id)? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}
