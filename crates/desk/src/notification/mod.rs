//! What a member is told of, and has read. One's own alone.

mod list_notifications;
mod mark_read;

pub use list_notifications::{ListNotifications, UnreadCount};
pub use mark_read::MarkRead;
pub use store::rows::notifications::NotificationRow;
