//! Who calls: the member whose token it is, and the desk as they reach it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::header;
use axum::http::request::Parts;
use desk::access::{TokenActor, TokenHolder, TouchToken};
use desk::bulk::{ChangeMany, Outcome};
use desk::{Act, Look, Once, Together};
use jiff::{SignedDuration, Timestamp};
use sales::{Actor, Fault, FieldError, Need, Scope};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::repeat::Repeat;
use super::{BASE, Problem, scope};
use crate::app::App;
use crate::did::Did;
use crate::words::{Lang, Speech};

/// The most rows of a page.
pub const PAGE_MOST: i64 = 200;
const TOUCH: SignedDuration = SignedDuration::from_hours(1);

/// A program acting as a member.
#[derive(Clone)]
pub struct Caller {
    app: App,
    pub actor: Actor,
    pub scope: Scope,
    did: Did,
    repeat: Option<Repeat>,
    need: Need,
    secret: String,
}

impl Caller {
    /// Does an act as this member; a request with a key is done once.
    ///
    /// # Errors
    /// What the desk answers, told in the member's language.
    pub async fn write<A: Act>(&self, act: A) -> Result<A::Done, Problem>
    where
        A::Done: Serialize + DeserializeOwned,
    {
        self.done(act).await?.map_err(|error| self.told(error))
    }

    /// Makes records together; rows that are refused are told by their place.
    ///
    /// # Errors
    /// As [`Caller::write`].
    pub async fn write_rows(&self, acts: Together) -> Result<Vec<i64>, Problem> {
        match self.done(acts).await? {
            Ok(ids) => Ok(ids),
            Err(desk::Error::Rows(refused)) => {
                let told = refused.into_iter().map(|(row, error)| (row, self.told(error)));
                Err(Problem::of_rows(told))
            }
            Err(error) => Err(self.told(error)),
        }
    }

    /// Changes many deals, or tells what would come of it; a request with a key changes each once.
    ///
    /// # Errors
    /// As [`Caller::write`]; deals that refuse are part of the outcome.
    pub async fn change_many(&self, many: ChangeMany, trial: bool) -> Result<Outcome, Problem> {
        let (desk, actor) = (&self.app.desk, &self.actor);
        let outcome = match (&self.repeat, actor.member) {
            _ if trial => many.try_out(desk, actor).await,
            (Some(repeat), Some(member)) => {
                let _turn = repeat.turn(member)?;
                many.carry_out_once(desk, actor, repeat.request()).await
            }
            _ => many.carry_out(desk, actor).await,
        };
        let outcome = outcome.map_err(|error| self.told(error))?;
        if !trial {
            self.did.tell_act(outcome.act);
        }
        Ok(outcome)
    }

    async fn done<A: Act>(&self, act: A) -> Result<desk::Result<A::Done>, Problem>
    where
        A::Done: Serialize + DeserializeOwned,
    {
        let (did, desk) = (&self.did, &self.app.desk);
        Ok(match (&self.repeat, self.actor.member) {
            (Some(repeat), Some(member)) => {
                let _turn = repeat.turn(member)?;
                did.write(desk, &self.actor, Once { key: repeat.request(), act }).await
            }
            _ => did.write(desk, &self.actor, act).await,
        })
    }

    /// The same caller for one row of many; the answer names no act of a single row.
    #[must_use]
    pub fn of_row(&self, row: usize) -> Caller {
        Caller {
            repeat: self.repeat.as_ref().map(|repeat| repeat.of_row(row)),
            did: Did::default(),
            ..self.clone()
        }
    }

    /// Looks at something as this member.
    ///
    /// # Errors
    /// What the desk answers, told in the member's language.
    pub async fn read<L: Look>(&self, look: L) -> Result<L::Seen, Problem> {
        self.app.desk.read(&self.actor, look).await.map_err(|error| self.told(error))
    }

    /// The same for long reads.
    ///
    /// # Errors
    /// As [`Caller::read`].
    pub async fn read_slowly<L: Look>(&self, look: L) -> Result<L::Seen, Problem> {
        self.app.desk.read_slowly(&self.actor, look).await.map_err(|error| self.told(error))
    }

    /// The same caller as they stand now, for a request that lasts.
    ///
    /// # Errors
    /// 401 where the token is no longer good.
    pub async fn again(&self) -> Result<Caller, Problem> {
        let TokenHolder { actor, scope } = holder(&self.app, &self.secret).await?;
        let caller = Caller { actor, scope, ..self.clone() };
        caller.covers(self.need)?;
        Ok(caller)
    }

    /// Holds the caller to what the token covers.
    ///
    /// # Errors
    /// 403, naming the scope that is missing.
    pub fn covers(&self, need: Need) -> Result<(), Problem> {
        if self.scope.covers(need) { Ok(()) } else { Err(Problem::scope_missing(need)) }
    }

    /// An error in the member's language.
    pub fn told(&self, error: desk::Error) -> Problem {
        let lang = match self.actor.lang {
            process::Lang::En => Lang::En,
            process::Lang::Ru => Lang::Ru,
        };
        Problem::of(error, &Speech::new(lang, self.actor.zone.clone(), self.app.desk.now()))
    }

    /// One fault at one field.
    pub fn fault(&self, field: &str, fault: Fault) -> Problem {
        self.faults(vec![FieldError::new(field, fault)])
    }

    /// Faults that were found before the desk was asked.
    pub fn faults(&self, faults: Vec<FieldError>) -> Problem {
        self.told(desk::Error::Invalid(faults))
    }

    /// Rows of a page: 1 to 200, 50 where nothing is said.
    ///
    /// # Errors
    /// A fault at `limit`.
    pub fn limit(&self, asked: Option<i64>) -> Result<i64, Problem> {
        let limit = asked.unwrap_or(50);
        if (1..=PAGE_MOST).contains(&limit) {
            return Ok(limit);
        }
        Err(self.fault("limit", Fault::Unknown { value: limit.to_string() }))
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Problem> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, secret) =
            header.and_then(|value| value.split_once(' ')).ok_or_else(Problem::no_token)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Problem::no_token());
        }
        let secret = secret.trim().to_owned();
        let TokenHolder { actor, scope } = holder(app, &secret).await?;
        let did = parts.extensions.get::<Did>().cloned().unwrap_or_default();
        let repeat = Repeat::of(parts)?;
        if let Some(repeat) = &repeat {
            parts.extensions.insert(repeat.clone());
        }
        let need = need_of(parts);
        let caller = Caller { app: app.clone(), actor, scope, did, repeat, need, secret: secret.clone() };
        caller.covers(need)?;
        if is_touch_due(&secret, app.desk.now()) {
            note_use(app, &caller.actor, secret).await;
        }
        Ok(caller)
    }
}

/// Whose token it is.
async fn holder(app: &App, secret: &str) -> Result<TokenHolder, Problem> {
    let plain = |error| Problem::of(error, &Speech::new(Lang::En, jiff::tz::TimeZone::UTC, app.desk.now()));
    let look = TokenActor { secret: secret.to_owned() };
    let found = app.desk.read(&desk::access::visitor(), look).await.map_err(plain)?;
    found.ok_or_else(Problem::no_token)
}

/// What the request asks of its token.
fn need_of(parts: &Parts) -> Need {
    let address = parts.extensions.get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
    scope::need(&parts.method, address.strip_prefix(BASE).unwrap_or(address))
}

/// Notes the use of a token; what is asked for does not fail for that.
async fn note_use(app: &App, actor: &Actor, secret: String) {
    if let Err(error) = app.desk.write(actor, TouchToken { secret }).await {
        tracing::warn!(error = %error, "the use of a token was not noted");
    }
}

/// Whether the use of a token is to be noted: once an hour and process, so that reading does not write each time.
fn is_touch_due(secret: &str, now: Timestamp) -> bool {
    static TOUCHED: LazyLock<Mutex<HashMap<u64, Timestamp>>> = LazyLock::new(Mutex::default);
    let mut hasher = DefaultHasher::new();
    secret.hash(&mut hasher);
    let mut touched = TOUCHED.lock().unwrap_or_else(PoisonError::into_inner);
    let last = touched.entry(hasher.finish()).or_insert(Timestamp::MIN);
    let due = now.duration_since(*last) >= TOUCH;
    if due {
        *last = now;
    }
    due
}
