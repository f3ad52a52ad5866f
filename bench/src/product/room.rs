//! The product's acts in this process: desk and store, as the server has them.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;
use desk::access::ActorOf;
use desk::{Desk, World};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rand::RngCore;
use sales::Actor;
use store::{Files, Store, StoreSettings, migrate};
use tokio::runtime::Runtime;

use super::Place;

pub struct Room {
    pub desk: Desk,
    pub runtime: Runtime,
}

impl Room {
    pub fn open(place: &Place) -> Result<Room> {
        let store = Store::open(&place.to_string().parse()?, StoreSettings::default())?;
        migrate::run(&store)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        Ok(Room { desk: Desk::new(store, Files::new(std::env::temp_dir(), 0), Arc::new(RealWorld)), runtime })
    }

    pub fn system(&self) -> Actor {
        Actor::system(TimeZone::UTC)
    }

    /// Members as they act by their own hand.
    pub fn actors(&self, members: impl IntoIterator<Item = i64>) -> Result<HashMap<i64, Actor>> {
        let system = self.system();
        let find = |member| {
            let actor = self.runtime.block_on(self.desk.read(&system, ActorOf { member }))?;
            Ok((member, actor))
        };
        members.into_iter().map(find).collect()
    }
}

struct RealWorld;

impl World for RealWorld {
    fn now(&self) -> Timestamp {
        now()
    }

    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        rand::rng().fill_bytes(&mut bytes);
        bytes
    }
}

/// In whole microseconds, as both databases keep instants.
#[expect(clippy::disallowed_methods, reason = "acts are measured with the real clock")]
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}
