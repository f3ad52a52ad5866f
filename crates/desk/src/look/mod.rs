//! Looks at deals: board, list, page, timeline, day, sums, audit. They change nothing, and each is bounded by what
//! the actor reaches. Answers carry ids and names, so that a page needs no further question.

mod activity_page;
mod board;
mod board_column;
mod card;
mod change_feed;
mod changes;
mod cursor;
mod deal_list;
mod deal_page;
mod doctor;
mod filter;
mod free_slot;
mod my_day;
mod names;
mod nav_counts;
mod open_deals_of;
mod stage_titles;
mod stages;
mod summary;
mod task_page;
#[cfg(test)]
mod tests;
mod timeline;
mod work_list;

pub use activity_page::ActivityPage;
pub use board::{Board, BoardFilter, BoardSeen, Column, ProcessTitle, Totals, Won};
pub use board_column::{BoardColumn, Cards};
pub use card::{Card, Link, StepAhead};
pub use change_feed::{ChangeFeed, ChangesFed};
pub use changes::{ChangesSeen, RecentChanges};
pub use cursor::Cursor;
pub use deal_list::{DealEntry, DealList, DealPageful, Sort};
pub use deal_page::{DealPage, DealSeen, Stay};
pub use doctor::{Complaint, Doctor};
pub use filter::ListFilter;
pub use free_slot::FreeSlot;
pub use my_day::{Day, DayTasks, MyDay, Todo, WeekDay};
pub use names::Names;
pub use nav_counts::{Counts, NavCounts};
pub use open_deals_of::{OpenDealsOf, OpenDealsSeen};
pub use stage_titles::StageTitles;
pub use store::rows::activities::ActivityRow;
pub use store::rows::day::{DayEntry, DayTask};
pub use store::rows::deal_page::{DealPerson, DealTask, OpenActivity, ProductLine};
pub use store::rows::events::{Of, Touched};
pub use store::rows::tasks::TaskRow;
pub use store::rows::totals::CurrencyTotal;
pub use store::rows::work_list::{ListedActivity, ListedTask};
pub use summary::{Amount, Group, Summary, SummaryBy};
pub use task_page::TaskPage;
pub use timeline::{Entry, Kinds, Timeline, TimelineSeen};
pub use work_list::{ActivityList, TaskList, WorkAsked, WorkPageful};
