//! A person's page: their facts and posts.

use store::Tx;
use store::rows::members;
use store::rows::people::{self, PersonRow};

use crate::{Error, Look, Result, Scene};

#[derive(Clone, Copy, Debug)]
pub struct PersonPage {
    pub id: i64,
}

/// What a person is at a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostSeen {
    pub company_id: i64,
    pub company_name: String,
    pub role: String,
}

/// What is seen of a person. Their deals and timeline are looks of their own.
#[derive(Clone, Debug)]
pub struct PersonSeen {
    pub person: PersonRow,
    pub owner_name: Option<String>,
    /// Those at companies within reach.
    pub posts: Vec<PostSeen>,
    pub may_write: bool,
}

impl Look for PersonPage {
    type Seen = PersonSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<PersonSeen> {
        let person = people::find(tx, self.id)?.ok_or(Error::NotFound)?;
        scene.may_read_shared(person.owner_id)?;
        let owner_name = match person.owner_id {
            Some(owner) => members::find(tx, owner)?.map(|member| member.name),
            None => None,
        };
        let posts = people::list_posts(tx, self.id)?.into_iter();
        let posts = posts
            .filter(|post| scene.by.reads.holds_shared(post.company_owner))
            .map(|post| PostSeen {
                company_id: post.company_id,
                company_name: post.company_name,
                role: post.role,
            })
            .collect();
        Ok(PersonSeen { owner_name, posts, may_write: scene.by.writes.holds_shared(person.owner_id), person })
    }
}
