//! The link by which the first administrator comes in, printed by the server.

use store::Tx;
use store::rows::members;

use super::{make_link, system_only};
use crate::{Act, Result, Scene};

/// Makes the link while nobody can sign in as administrator; the one before it is spent.
#[derive(Clone, Copy, Debug)]
pub struct InitialLink;

impl Act for InitialLink {
    /// The secret of the link; none when there is an administrator.
    type Done = Option<String>;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<String>> {
        system_only(scene)?;
        if members::has_administrator(tx)? {
            return Ok(None);
        }
        make_link(tx, scene, "first", None).map(Some)
    }
}
