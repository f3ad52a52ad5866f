//! Saying what a file is: which paper, and whether it is signed. Processes ask for papers (`document`).

use sales::{Event, Fault};
use store::Tx;
use store::rows::{choices, files};

use crate::activity::{On, ground};
use crate::{Act, Error, Result, Scene, spine};

/// What a file is as a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// A key of the list `document-kind`; none for a file that is no paper.
    pub document: Option<String>,
    pub signed: bool,
}

impl Paper {
    /// Checks the kind against the list. What is no paper is not signed.
    pub(super) fn checked(&self, tx: &mut Tx) -> Result<(String, bool)> {
        let Some(document) = self.document.as_deref().filter(|key| !key.is_empty()) else {
            return Ok((String::new(), false));
        };
        if !choices::is_in_use(tx, "document-kind", document)? {
            return Err(Error::field("document", Fault::Unknown { value: document.to_owned() }));
        }
        Ok((document.to_owned(), self.signed))
    }
}

/// Says which paper a file is.
#[derive(Clone, Debug)]
pub struct DescribeFile {
    pub id: i64,
    pub paper: Paper,
}

impl Act for DescribeFile {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let file = files::get_to_change(tx, self.id)?;
        let ground = ground(tx, scene, On::of(file.subject()))?;
        if file.removed_at.is_some() {
            return Err(Error::NotFound);
        }
        let (document, signed) = self.paper.checked(tx)?;
        if (file.document.as_str(), file.signed) == (document.as_str(), signed) {
            return Ok(());
        }
        files::set_document(tx, file.id, &document, signed)?;
        let before = (file.document, file.signed);
        let event = Event::FileDescribed { file: file.id, name: file.name, document, signed, before };
        spine::record(tx, scene, ground.about, &event)
    }
}
