//! One's own notifications, newest first.

use store::Tx;
use store::rows::notifications::{self, NotificationRow};

use crate::{Error, Look, Result, Scene};

/// The longest page.
const PAGE_MOST: i64 = 200;

/// A page; `before` is the id of the last one already seen.
#[derive(Clone, Copy, Debug)]
pub struct ListNotifications {
    pub before: Option<i64>,
    pub limit: i64,
}

impl Look for ListNotifications {
    type Seen = Vec<NotificationRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<NotificationRow>> {
        let member = scene.by.member.ok_or(Error::Forbidden)?;
        Ok(notifications::list_of(tx, member, &scene.by.reads, self.before, self.limit.clamp(1, PAGE_MOST))?)
    }
}

/// How many are not read.
#[derive(Clone, Copy, Debug)]
pub struct UnreadCount;

impl Look for UnreadCount {
    type Seen = i64;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let member = scene.by.member.ok_or(Error::Forbidden)?;
        Ok(notifications::get_unread(tx, member)?)
    }
}
