//! Tokens: a program acts as the member who made it, by a secret that is shown once.

use jiff::SignedDuration;
use sales::field::{NAME_MOST, check_text};
use sales::{Actor, Cause, Scope};
use store::Tx;
use store::rows::access::{self, TokenRow};
use store::rows::members::Who;

use super::actor::{actor_of, foresee_actor, own_member};
use super::secret::{hash_of, word};
use crate::{Act, Error, Look, Result, Scene};

const TOUCH: SignedDuration = SignedDuration::from_hours(1);

/// A token made: `secret`, as `dw_...`, is shown once.
#[derive(Clone)]
pub struct NewToken {
    pub id: i64,
    pub secret: String,
}

/// Makes a token for the acting member. A token makes no tokens.
#[derive(Clone, Debug)]
pub struct CreateToken {
    pub name: String,
    pub scope: Scope,
}

impl Act for CreateToken {
    type Done = NewToken;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<NewToken> {
        let member = own_member(scene)?;
        let mut faults = Vec::new();
        check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        Error::unless_valid(faults)?;
        let secret = format!("dw_{}", word(&scene.secret));
        let id =
            access::insert_token(tx, member, self.name.trim(), &hash_of(&secret), &self.scope, scene.now)?;
        Ok(NewToken { id, secret })
    }
}

/// Revokes a token for good: one's own, or anybody's for administrators.
#[derive(Clone, Copy, Debug)]
pub struct RevokeToken {
    pub id: i64,
}

impl Act for RevokeToken {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let member = if scene.by.is_administrator() { None } else { Some(own_member(scene)?) };
        let token = access::get_token_to_change(tx, self.id)?;
        if member.is_some_and(|member| member != token.member_id) {
            return Err(Error::NotFound);
        }
        Ok(access::revoke_token(tx, self.id, scene.now)?)
    }
}

/// The acting member's tokens, newest first; an administrator may name another member.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListTokens {
    pub member: Option<i64>,
}

impl Look for ListTokens {
    type Seen = Vec<TokenRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<TokenRow>> {
        let member = match self.member {
            Some(member) if Some(member) != scene.by.member => {
                scene.administrator_only()?;
                member
            }
            _ => own_member(scene)?,
        };
        Ok(access::list_tokens(tx, member)?)
    }
}

/// A token that is good: who it acts as, and what of theirs it covers. Nobody gets the one without the other.
#[derive(Clone, Debug)]
pub struct TokenHolder {
    pub actor: Actor,
    pub scope: Scope,
}

/// Finds who a token acts as. The secret is what authorizes.
#[derive(Clone)]
pub struct TokenActor {
    pub secret: String,
}

impl Look for TokenActor {
    type Seen = Option<TokenHolder>;

    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<Option<TokenHolder>> {
        let hash = hash_of(&self.secret);
        let who = Who::Token(&hash);
        foresee_actor(tx, who);
        let Some(token) = access::find_token(tx, &hash)? else { return Ok(None) };
        let (actor, _) = actor_of(tx, who, Cause::Token)?;
        Ok(Some(TokenHolder { actor, scope: token.scope()? }))
    }
}

/// Notes that a token was used, once an hour at most; answers whether it did.
#[derive(Clone)]
pub struct TouchToken {
    pub secret: String,
}

impl Act for TouchToken {
    type Done = bool;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<bool> {
        let Some(token) = access::find_token(tx, &hash_of(&self.secret))? else { return Ok(false) };
        let due = token.seen_at.is_none_or(|seen| scene.now.duration_since(seen) >= TOUCH);
        if due {
            access::touch_token(tx, token.id, scene.now)?;
        }
        Ok(due)
    }
}
