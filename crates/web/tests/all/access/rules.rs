//! Who gets what, by the kind of the route.

use axum::http::StatusCode;

use super::world::Person;

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Whoever comes.
    Everybody,
    /// Nobody at all: the link is spent.
    Nobody,
    /// Whoever is signed in.
    Members,
    /// Whoever changes anything at all.
    Writers,
    /// Whoever sees a record of the owner's.
    Reads,
    /// Whoever may change it.
    Writes,
    /// Whoever may change one of many; with what is out of reach nothing is done.
    WritesMany,
    /// Managers and administrators.
    Importers,
    /// Those of them who see what the head has brought in.
    Imports,
    Administrators,
    /// It is the owner's own: for others there is nothing to change.
    Own,
    /// The owner and administrators; for others it is not there.
    OwnOrAdministrators,
}

/// What a person is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Done.
    Yes,
    /// Done, and nothing was to be done.
    Idle,
    /// Sent to the page for signing in.
    SignIn,
    NotSignedIn,
    Forbidden,
    NotThere,
}

/// How a request comes: as a page, as a form, or as one of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Page,
    Form,
    Api,
}

impl Told {
    pub fn status(self) -> Option<StatusCode> {
        match self {
            Told::Yes | Told::Idle => None,
            Told::SignIn => Some(StatusCode::SEE_OTHER),
            Told::NotSignedIn => Some(StatusCode::UNAUTHORIZED),
            Told::Forbidden => Some(StatusCode::FORBIDDEN),
            Told::NotThere => Some(StatusCode::NOT_FOUND),
        }
    }
}

impl Rule {
    /// Whether a session is asked for.
    pub fn needs_session(self) -> bool {
        !matches!(self, Rule::Everybody | Rule::Nobody)
    }

    /// What the rule gives a person who comes that way.
    pub fn tells(self, person: Person, way: Way) -> Told {
        use Person::*;
        match (self, person) {
            (Rule::Everybody, _) => Told::Yes,
            (Rule::Nobody, _) => Told::NotThere,
            (_, Anonymous | Revoked | Archived) if way == Way::Page => Told::SignIn,
            (_, Anonymous | Revoked | Archived) => Told::NotSignedIn,
            (_, Administrator) if self != Rule::Own => Told::Yes,
            (Rule::Members, _) => Told::Yes,
            (Rule::Administrators, _) => Told::Forbidden,
            (Rule::Writers | Rule::Writes | Rule::WritesMany | Rule::Importers | Rule::Imports, Reader) => {
                Told::Forbidden
            }
            (Rule::WritesMany, OtherTeam | OtherHead | Peer) => Told::Idle,
            (Rule::Writers | Rule::WritesMany, _) => Told::Yes,
            (Rule::Reads | Rule::Writes, OtherTeam | OtherHead | Peer) => Told::NotThere,
            (Rule::Reads | Rule::Writes, _) => Told::Yes,
            (Rule::Importers | Rule::Imports, OtherTeam | Peer | Owner) => Told::Forbidden,
            (Rule::Imports, OtherHead) => Told::NotThere,
            (Rule::Importers | Rule::Imports, _) => Told::Yes,
            (Rule::Own | Rule::OwnOrAdministrators, Owner) => Told::Yes,
            (Rule::Own, _) => Told::Idle,
            (Rule::OwnOrAdministrators, _) => Told::NotThere,
        }
    }
}
