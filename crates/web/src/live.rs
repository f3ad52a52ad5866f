//! What changes while somebody looks: one watcher reads the log of events, and every open page hears of its topics.
//!
//! A topic is `deal:42`, `company:7`, `person:3`, or `deals` for whatever shows many of them. It says that something
//! changed and never what: the page asks again, as its visitor.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use desk::company::CompanyPage;
use desk::look::{DealPage, RecentChanges};
use desk::person::PersonPage;
use futures::Stream;
use jiff::tz::TimeZone;
use sales::Actor;
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

use crate::app::App;
use crate::seats::{Seat, Seats};
use crate::visitor::Visitor;

/// How often the log is looked at while somebody listens.
const PACE: Duration = Duration::from_millis(400);
/// Ids this far back may still be committed after newer ones.
const LOOK_BACK: i64 = 200;
/// Events taken up at once; an import makes more, and then pages of many are told all the same.
const AT_ONCE: i64 = 1_000;
/// Messages a slow listener may fall behind before it is told to look at everything.
const BEHIND: usize = 64;
/// A page asks for a few topics; more is nobody's page.
const TOPICS_MOST: usize = 8;

type Topics = Arc<BTreeSet<String>>;

/// Where open pages listen. `None` is the goodbye of a server that stops.
#[derive(Clone, Debug)]
pub struct Live {
    told: Sender<Option<Topics>>,
    seats: Seats,
}

impl Default for Live {
    fn default() -> Live {
        Live { told: broadcast::channel(BEHIND).0, seats: Seats::default() }
    }
}

impl Live {
    /// Ends every stream, so that the server can stop.
    pub fn close(&self) {
        // Nobody listens: nobody to tell.
        let _ = self.told.send(None);
    }

    /// For a program that follows the feed.
    pub fn bell(&self) -> Bell {
        Bell(self.told.subscribe())
    }

    /// A place for a stream of the member's, if there is one left.
    pub fn seat(&self, member: i64) -> Option<Seat> {
        self.seats.take(member)
    }

    fn tell(&self, topics: BTreeSet<String>) {
        let _ = self.told.send(Some(Arc::new(topics)));
    }
}

/// Rings when something was committed, whatever it was.
#[derive(Debug)]
pub struct Bell(Receiver<Option<Topics>>);

impl Bell {
    /// Waits for it, `most` at the longest; false when the server stops.
    pub async fn rings(&mut self, most: Duration) -> bool {
        let heard = tokio::time::timeout(most, self.0.recv()).await;
        !matches!(heard, Ok(Ok(None) | Err(RecvError::Closed)))
    }
}

/// Reads the log for as long as the server runs, and only while somebody listens.
pub async fn watch(app: App) {
    let system = Actor::system(TimeZone::UTC);
    let mut told: Option<BTreeSet<i64>> = None;
    let mut last = 0;
    let mut quiet_till = app.desk.now();
    loop {
        tokio::time::sleep(PACE).await;
        if app.live.told.receiver_count() == 0 {
            told = None;
            quiet_till = app.desk.now();
            continue;
        }
        let look = match &told {
            Some(_) => RecentChanges { after: Some(last - LOOK_BACK), limit: AT_ONCE },
            None => RecentChanges { after: None, limit: LOOK_BACK },
        };
        let seen = match app.desk.read(&system, look).await {
            Ok(seen) => seen,
            Err(error) => {
                tracing::warn!(%error, "cannot look for changes; open pages stay as they are until it works again");
                continue;
            }
        };
        last = seen.last;
        // What was there before anyone listened is no news.
        let told = told.get_or_insert_with(|| {
            seen.touched.iter().filter(|one| one.at < quiet_till).map(|one| one.id).collect()
        });
        let news: Vec<_> = seen.touched.iter().filter(|one| told.insert(one.id)).collect();
        told.retain(|id| *id > last - LOOK_BACK);
        if !news.is_empty() {
            app.live.tell(news.iter().flat_map(|one| topics_of(one)).collect());
        }
    }
}

fn topics_of(one: &desk::look::Touched) -> Vec<String> {
    let named = |noun: &str, id: Option<i64>| id.map(|id| format!("{noun}:{id}"));
    let records =
        [named("deal", one.deal_id), named("company", one.company_id), named("person", one.person_id)];
    records.into_iter().flatten().chain(one.deal_id.map(|_| "deals".to_owned())).collect()
}

#[derive(Deserialize)]
pub struct Asked {
    /// Topics with spaces between.
    #[serde(default)]
    topics: String,
    /// When the page was made, in microseconds since 1970: what happened before it listens is told at once.
    #[serde(default)]
    since: i64,
}

/// Server-sent events named `changed`, their data the topics of this page that changed.
pub async fn listen(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let receiver = app.live.told.subscribe();
    let mut mine = BTreeSet::new();
    for topic in asked.topics.split_whitespace().take(TOPICS_MOST) {
        if may_follow(&app, &visitor, topic).await {
            mine.insert(topic.to_owned());
        }
    }
    let missed = missed_since(&app, asked.since).await;
    let first = changed(Some(&missed), &mine);
    let messages = BroadcastStream::new(receiver)
        .take_while(|message| !matches!(message, Ok(None)))
        .filter_map(move |message| changed(message.ok().flatten().as_deref(), &mine));
    Sse::new(tokio_stream::iter(first).chain(messages)).keep_alive(KeepAlive::default())
}

/// What happened between the making of a page and its listening, as far as it stands at the end of the log.
async fn missed_since(app: &App, since: i64) -> BTreeSet<String> {
    let look = RecentChanges { after: None, limit: LOOK_BACK };
    // A page that can't be told now is told with the next change.
    let seen = app.desk.read(&Actor::system(TimeZone::UTC), look).await.unwrap_or_default();
    let missed = seen.touched.iter().filter(|one| since > 0 && one.at.as_microsecond() >= since);
    missed.flat_map(topics_of).collect()
}

/// The topics both told and asked for; one who fell behind hears of all that they asked for.
fn changed(told: Option<&BTreeSet<String>>, mine: &BTreeSet<String>) -> Option<Result<Event, Infallible>> {
    let heard: Vec<&str> = match told {
        Some(told) => mine.intersection(told).map(String::as_str).collect(),
        None => mine.iter().map(String::as_str).collect(),
    };
    (!heard.is_empty()).then(|| Ok(Event::default().event("changed").data(heard.join(" "))))
}

/// Nobody learns that a record changed which they may not see.
async fn may_follow(app: &App, visitor: &Visitor, topic: &str) -> bool {
    let record = topic.split_once(':').and_then(|(noun, id)| Some((noun, id.parse().ok()?)));
    match record {
        None => topic == "deals",
        Some(("deal", id)) => app.desk.read(visitor.actor(), DealPage { id }).await.is_ok(),
        Some(("company", id)) => app.desk.read(visitor.actor(), CompanyPage { id }).await.is_ok(),
        Some(("person", id)) => app.desk.read(visitor.actor(), PersonPage { id }).await.is_ok(),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(topics: &[&str]) -> BTreeSet<String> {
        topics.iter().map(|topic| (*topic).to_owned()).collect()
    }

    #[test]
    fn a_page_hears_of_its_own_topics_alone_and_of_all_when_it_fell_behind() {
        let mine = set(&["deal:4", "deals"]);
        assert!(changed(Some(&set(&["deal:5", "company:1"])), &mine).is_none());
        assert!(changed(Some(&set(&["deal:4"])), &mine).is_some());
        assert!(changed(None, &mine).is_some());
        assert!(changed(None, &set(&[])).is_none());
    }
}
