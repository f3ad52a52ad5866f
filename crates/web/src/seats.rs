//! Connections that stay open: each member has a few, so that nobody takes them all.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Streams that one member may hold open at once.
const OF_ONE: usize = 8;
/// Streams that all of them may.
const OF_ALL: usize = 512;

/// How many are taken, by member.
#[derive(Clone, Debug, Default)]
pub struct Seats(Arc<Mutex<BTreeMap<i64, usize>>>);

/// A place that is free again when this is gone.
#[derive(Debug)]
pub struct Seat {
    seats: Seats,
    member: i64,
}

impl Seats {
    /// A place for the member, unless they or all together have too many.
    pub fn take(&self, member: i64) -> Option<Seat> {
        let mut taken = self.taken();
        let own = taken.get(&member).copied().unwrap_or_default();
        if own >= OF_ONE || taken.values().sum::<usize>() >= OF_ALL {
            return None;
        }
        taken.insert(member, own + 1);
        drop(taken);
        Some(Seat { seats: self.clone(), member })
    }

    fn taken(&self) -> MutexGuard<'_, BTreeMap<i64, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken();
        let left = taken.get(&self.member).copied().unwrap_or_default().saturating_sub(1);
        if left == 0 {
            taken.remove(&self.member);
        } else {
            taken.insert(self.member, left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_a_few_and_leaves_room_for_others() {
        let seats = Seats::default();
        let mut own: Vec<Seat> = (0..OF_ONE).filter_map(|_| seats.take(1)).collect();
        assert_eq!(own.len(), OF_ONE);
        assert!(seats.take(1).is_none() && seats.take(2).is_some());
        own.pop();
        assert!(seats.take(1).is_some());
    }

    #[test]
    fn all_together_have_no_more_than_there_are() {
        let seats = Seats::default();
        let taken: Vec<Seat> = (0..1_000).filter_map(|member| seats.take(member)).collect();
        assert_eq!(taken.len(), OF_ALL);
        drop(taken);
        assert!(seats.taken().is_empty());
    }
}
