//! The change feed as it happens, by server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use desk::look::{ChangeFeed, ChangesFed, Cursor};
use futures::Stream;
use futures::stream::unfold;
use serde::Deserialize;
use utoipa::IntoParams;

use super::list::Changes;
use crate::api::v1::{ApiQuery, Caller, Problem};
use crate::app::App;
use crate::live::Bell;
use crate::seats::Seat;

/// Events told in one part.
const PART: i64 = 200;
/// How long a follower may be left without a look: what commits late rings no bell of its own, and a token revoked
/// must end the stream.
const PAUSE: Duration = Duration::from_secs(2);
const LAST_EVENT_ID: &str = "last-event-id";

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct StreamQuery {
    /// The `next` of the part before; left out, the feed begins with the first event there is.
    pub after: Option<String>,
}

/// Follows what happens as it happens. Each `changes` event has a part of the feed as data, the same as
/// `GET /changes` answers, and its `next` as id: a client that comes again with `Last-Event-ID` reads on there, nothing
/// left out and nothing twice. A comment comes every 15 seconds while nothing happens. The stream ends when the token
/// is revoked or the server stops; a member has 8 at once.
#[utoipa::path(
    get, path = "/changes/stream", tag = "changes",
    params(StreamQuery, ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event had; goes before `after`")),
    responses((status = 200, content_type = "text/event-stream", body = String, description = "Parts of the feed, without end")),
)]
pub async fn stream_changes(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    ApiQuery(query): ApiQuery<StreamQuery>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let last = headers.get(LAST_EVENT_ID).and_then(|id| id.to_str().ok()).filter(|id| !id.is_empty());
    let after = last.map(str::to_owned).or(query.after).map(Cursor);
    // A cursor that somebody made up is told before the stream begins.
    caller.read(ChangeFeed { after: after.clone(), limit: 1 }).await?;
    let seat = app.live.seat(caller.actor.member.unwrap_or_default()).ok_or_else(too_many)?;
    let follower = Follower { caller, after, bell: app.live.bell(), is_behind: true, _seat: seat };
    Ok(Sse::new(unfold(follower, Follower::next)).keep_alive(KeepAlive::default()))
}

fn too_many() -> Problem {
    let detail = "Close one of the streams that are open, or follow GET /changes by its cursor.";
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-streams", "Too many streams are open", detail)
}

/// One who listens, and how far they have come.
struct Follower {
    caller: Caller,
    after: Option<Cursor>,
    bell: Bell,
    /// There may be more to be read at once.
    is_behind: bool,
    _seat: Seat,
}

impl Follower {
    /// The next part that has anything in it; none when the stream is over. A client whose stream broke off comes
    /// again with the last id, so whatever fails ends it.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Follower)> {
        loop {
            if !self.is_behind && !self.bell.rings(PAUSE).await {
                return None;
            }
            // Who the token is now: it may be revoked, and its member's reach another.
            self.caller = self.caller.again().await.ok()?;
            let fed = self.caller.read(ChangeFeed { after: self.after.clone(), limit: PART }).await.ok()?;
            self.is_behind = fed.is_more;
            self.after = Some(fed.next.clone());
            if !fed.entries.is_empty() {
                return Some((Ok(told(fed)?), self));
            }
        }
    }
}

fn told(fed: ChangesFed) -> Option<Event> {
    let id = fed.next.0.clone();
    Event::default().event("changes").id(id).json_data(Changes::from(fed)).ok()
}
