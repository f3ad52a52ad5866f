//! The files of a record.

use store::Tx;
use store::rows::events::Of;
use store::rows::files::{self, ListedFile};

use super::standing;
use crate::look::Cursor;
use crate::{Look, Result, Scene};

/// The newest first, `after` the last one already seen.
#[derive(Clone, Debug)]
pub struct FilesOf {
    pub of: Of,
    pub after: Option<Cursor>,
    pub limit: i64,
}

#[derive(Clone, Debug)]
pub struct FilesSeen {
    pub files: Vec<ListedFile>,
    pub next: Option<Cursor>,
    /// Whether the reader may attach and remove.
    pub may_write: bool,
}

impl Look for FilesOf {
    type Seen = FilesSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<FilesSeen> {
        let record = standing(tx, scene, self.of)?;
        let limit = self.limit.clamp(1, 200);
        let after = self.after.as_ref().map(Cursor::read).transpose()?;
        let mut files = files::list(tx, self.of, &scene.by.reads, after, limit + 1)?;
        let next = Cursor::cut(&mut files, limit, |file| file.id)?;
        let may_write = !record.is_archived && scene.by.writes.holds_shared(record.owner);
        Ok(FilesSeen { files, next, may_write })
    }
}
