//! Taking a file from its record. It can be brought back for as long as an act can be undone.

use sales::Event;
use store::Tx;
use store::rows::files;

use crate::activity::{On, ground};
use crate::{Act, Error, Result, Scene, spine};

#[derive(Clone, Copy, Debug)]
pub struct RemoveFile {
    pub id: i64,
}

impl Act for RemoveFile {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let file = files::get_to_change(tx, self.id)?;
        let ground = ground(tx, scene, On::of(file.subject()))?;
        if file.removed_at.is_some() {
            return Err(Error::NotFound);
        }
        files::set_removed(tx, file.id, Some(scene.now))?;
        spine::record(tx, scene, ground.about, &Event::FileRemoved { file: file.id, name: file.name })
    }
}
