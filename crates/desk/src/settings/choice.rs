//! Words of the maintained lists: added, renamed, retired, ordered. None is deleted, for records name them.

use process::Words;
use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::{choices, installation};

use super::list_choices::check_list;
use crate::taken::taken;
use crate::{Act, Error, Result, Scene};

/// Adds a word at the end of a list. A title given in one language stands for both.
#[derive(Clone, Debug)]
pub struct AddChoice {
    pub list: String,
    /// Small letters, digits and hyphens; none makes one of the title.
    pub key: Option<String>,
    pub title: Words,
}

impl Act for AddChoice {
    /// The word's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        check_list(&self.list)?;
        let title = check_title(&self.title)?;
        let key = self.key.clone().unwrap_or_else(|| key_of(&title.en));
        if key.is_empty() || key != key_of(&key) {
            let fault = if key.is_empty() { Fault::Required } else { Fault::Unknown { value: key } };
            return Err(Error::field("key", fault));
        }
        taken(choices::insert(tx, &self.list, &key, &title, None), "choices_key_unique", "key", &key)
    }
}

/// Changes a word's titles; its key stays.
#[derive(Clone, Debug)]
pub struct RenameChoice {
    pub id: i64,
    pub title: Words,
}

impl Act for RenameChoice {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        let title = check_title(&self.title)?;
        choices::get_to_change(tx, self.id)?;
        Ok(choices::set_words(tx, self.id, &title)?)
    }
}

/// Offers a word no more; records that have it keep it.
#[derive(Clone, Copy, Debug)]
pub struct RetireChoice {
    pub id: i64,
}

impl Act for RetireChoice {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        if choices::get_to_change(tx, self.id)?.retired_at.is_some() {
            return Ok(());
        }
        Ok(choices::set_retired(tx, self.id, Some(scene.now))?)
    }
}

/// Offers a retired word again.
#[derive(Clone, Copy, Debug)]
pub struct RestoreChoice {
    pub id: i64,
}

impl Act for RestoreChoice {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        choices::get_to_change(tx, self.id)?;
        Ok(choices::set_retired(tx, self.id, None)?)
    }
}

/// Puts a list in order: `ids` come first as given, what is left out follows as it was.
#[derive(Clone, Debug)]
pub struct ReorderChoices {
    pub list: String,
    pub ids: Vec<i64>,
}

impl Act for ReorderChoices {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        check_list(&self.list)?;
        installation::hold(tx)?;
        let mut order: Vec<i64> = choices::list_of(tx, &self.list)?.into_iter().map(|row| row.id).collect();
        if let Some(stranger) = self.ids.iter().find(|id| !order.contains(id)) {
            return Err(Error::field("ids", Fault::Unknown { value: stranger.to_string() }));
        }
        order.sort_by_key(|id| self.ids.iter().position(|first| first == id).unwrap_or(usize::MAX));
        for (position, id) in (1..).zip(order) {
            choices::set_position(tx, id, position)?;
        }
        Ok(())
    }
}

fn check_title(title: &Words) -> Result<Words> {
    let (en, ru) = (title.en.trim(), title.ru.trim());
    let title = Words::new(if en.is_empty() { ru } else { en }, if ru.is_empty() { en } else { ru });
    let mut faults: Vec<FieldError> = Vec::new();
    check_text(&mut faults, "title_en", &title.en, true, NAME_MOST);
    check_text(&mut faults, "title_ru", &title.ru, true, NAME_MOST);
    Error::unless_valid(faults)?;
    Ok(title)
}

/// `Follow-up call` -> `follow-up-call`; letters beyond ASCII stay, so that a Russian title has a key as well.
fn key_of(title: &str) -> String {
    let folded = sales::fold::fold(title);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
