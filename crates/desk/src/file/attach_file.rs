//! Attaching a file to a record.

use sales::{Event, Fault, file};
use store::Tx;
use store::rows::events::Of;
use store::rows::files::{self, NewFile};

use super::{Kept, Paper, standing};
use crate::activity::ground;
use crate::{Act, Conflict, Error, Look, Result, Scene, spine};

/// Asked before any bytes are taken: whoever may not attach fills no disk.
#[derive(Clone, Copy, Debug)]
pub struct MayAttach {
    pub of: Of,
}

impl Look for MayAttach {
    type Seen = ();

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let record = standing(tx, scene, self.of)?;
        scene.may_write_shared(record.owner)?;
        if record.is_archived { Err(Conflict::Archived.into()) } else { Ok(()) }
    }
}

/// Attaches bytes that are kept. The name is cleaned of folders and of what nobody sees.
#[derive(Clone, Debug)]
pub struct AttachFile {
    pub of: Of,
    pub name: String,
    pub paper: Paper,
    pub kept: Kept,
}

impl Act for AttachFile {
    /// The new file's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let ground = ground(tx, scene, self.of.into())?;
        let name = file::name(&self.name).ok_or_else(|| Error::field("name", Fault::Required))?;
        let Kept { hash, size, media } = &self.kept;
        let size = i64::try_from(*size).map_err(|_| Error::field("file", Fault::TooLarge { most: *size }))?;
        let (document, signed) = self.paper.checked(tx)?;
        let subject = ground.subject;
        let new = NewFile { name: &name, kind: media, size, hash, document: &document, signed, subject };
        let file = files::insert(tx, &new, scene.now, scene.by.member)?;
        let event = Event::FileAttached { file, name, media: media.clone(), size };
        spine::record(tx, scene, ground.about, &event)?;
        Ok(file)
    }
}
