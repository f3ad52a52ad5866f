//! Ways in: the first administrator, signing in, sessions and tokens; and who an act is by.

mod actor;
mod become_administrator;
mod initial_link;
mod link;
mod password;
mod secret;
mod session;
mod sign_in;
mod sign_in_attempt;
mod sign_out;
mod token;

pub use actor::{ActorByMail, ActorOf, visitor};
pub use become_administrator::{BecomeAdministrator, become_administrator};
pub use initial_link::InitialLink;
pub use password::PASSWORD_LEAST;
pub use session::{Session, SessionActor, Signed, TouchSession};
pub use sign_in::{SignIn, sign_in};
pub use sign_out::SignOut;
pub use store::rows::access::TokenRow;
pub use token::{CreateToken, ListTokens, NewToken, RevokeToken, TokenActor, TokenHolder, TouchToken};

pub(crate) use actor::{known_only, own_member, system_only};
pub(crate) use link::{LinkIsGood, make_link, use_link};
pub(crate) use password::{check_password, hash_password, verify_password};
pub(crate) use secret::{derived, hash_of};
pub(crate) use session::open_session;
pub(crate) use sign_in_attempt::ClaimAttempt;
