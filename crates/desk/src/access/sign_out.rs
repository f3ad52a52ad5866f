//! Signing out.

use store::Tx;
use store::rows::access;

use super::hash_of;
use crate::{Act, Result, Scene};

/// Ends the session of this secret, if there is one. The secret is what authorizes.
#[derive(Clone)]
pub struct SignOut {
    pub secret: String,
}

impl Act for SignOut {
    type Done = ();

    fn run(&self, tx: &mut Tx, _: &Scene) -> Result<()> {
        Ok(access::delete_session(tx, &hash_of(&self.secret))?)
    }
}
