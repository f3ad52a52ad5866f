//! Editing a person's fields and posts.

use sales::Event;
use sales::person::{PersonFields, Post};
use store::Tx;
use store::rows::events::About;
use store::rows::people::{self, PostRow};

use super::entry;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Writes all editable fields as they now stand in the form. Posts at companies out of the actor's sight stay.
#[derive(Clone, Debug)]
pub struct EditPerson {
    pub id: i64,
    /// The version the editor saw.
    pub version: i64,
    pub fields: PersonFields,
}

impl Act for EditPerson {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let person = people::get_to_change(tx, self.id)?;
        scene.may_read_shared(person.owner_id)?;
        scene.may_write_shared(person.owner_id)?;
        if person.archived_at.is_some() {
            return Err(Conflict::Archived.into());
        }
        if person.version != self.version {
            return Err(Error::Stale);
        }
        scene.may_write_shared(self.fields.owner_id)?;
        let posts = people::list_posts(tx, self.id)?;
        let held: Vec<Post> = posts.iter().map(PostRow::post).collect();
        let mut fields = entry::check(tx, scene, &held, &self.fields)?;
        fields.posts = kept(&posts, fields.posts, scene);
        let changes = spine::changes(&person.fields(held), &fields)?;
        if changes.is_empty() {
            return Ok(person.version);
        }
        people::update(tx, self.id, &fields, scene.now)?;
        let edited = people::find(tx, self.id)?.ok_or(Error::NotFound)?;
        entry::index(tx, &edited, &fields)?;
        if edited.name != person.name {
            entry::index_namers(tx, self.id)?;
        }
        spine::record(tx, scene, About::person(self.id), &Event::PersonChanged { changes })?;
        Ok(edited.version)
    }
}

/// The given posts and those the editor cannot see, in the order in which they are held: the same set is no change.
fn kept(held: &[PostRow], mut given: Vec<Post>, scene: &Scene) -> Vec<Post> {
    let mut posts = Vec::with_capacity(given.len());
    for post in held {
        let again = given.iter().position(|new| new.company_id == post.company_id).map(|at| given.remove(at));
        let hidden = !scene.by.reads.holds_shared(post.company_owner);
        posts.extend(again.or_else(|| hidden.then(|| post.post())));
    }
    posts.extend(given);
    posts
}
