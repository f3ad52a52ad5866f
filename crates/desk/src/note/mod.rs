//! Notes: words on a record.

use sales::Event;
use sales::field::{self, TEXT_MOST};
use store::Tx;
use store::rows::notes;

use crate::activity::{On, ground};
use crate::{Act, Error, Result, Scene, spine};

/// Writes a note on a record.
#[derive(Clone, Debug)]
pub struct WriteNote {
    pub on: On,
    pub body: String,
}

impl Act for WriteNote {
    /// The new note's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let ground = ground(tx, scene, self.on)?;
        let mut faults = Vec::new();
        field::check_text(&mut faults, "body", &self.body, true, TEXT_MOST);
        Error::unless_valid(faults)?;
        let body = self.body.trim().to_owned();
        let note = notes::insert(tx, &body, ground.subject, scene.now, scene.by.member)?;
        spine::record(tx, scene, ground.about, &Event::NoteWritten { note, body, by_process: false })?;
        Ok(note)
    }
}
