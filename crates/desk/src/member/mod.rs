//! Members and their teams: making and changing them, their ways in, and what each sets for themselves.

mod accept_link;
mod archive_member;
mod archive_team;
mod change_member;
mod change_password;
mod change_team;
mod create_member;
mod create_team;
pub(crate) mod entry;
mod invite_member;
mod list_members;
mod list_teams;
mod profile;
mod team_entry;

pub use accept_link::{AcceptLink, accept_link};
pub use archive_member::{ArchiveMember, RestoreMember};
pub use archive_team::{ArchiveTeam, RestoreTeam};
pub use change_member::ChangeMember;
pub use change_password::{ChangePassword, change_password};
pub use change_team::ChangeTeam;
pub use create_member::CreateMember;
pub use create_team::CreateTeam;
pub use invite_member::{InviteMember, ResetPassword};
pub use list_members::{ListMembers, MemberChoices};
pub use list_teams::{ListTeams, Team};
pub use profile::{ChangeProfile, OwnProfile, Profile};
pub use store::rows::members::{MemberListRow, MemberName};
