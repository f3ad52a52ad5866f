//! Members and teams of an import. They own records; without an e-mail address they cannot sign in until invited.

use intake::{Draft, Link, Reason, ReasonCode};
use sales::Role;
use sales::field::{self, NAME_MOST};
use store::Tx;
use store::rows::members::{self, MemberChange, NewMember};
use store::rows::teams::{self, TeamRow};

use super::known::Member;
use super::{Fate, Hand, Refers, Trouble, gather, key};
use crate::Result;

impl Hand<'_> {
    pub(super) fn member(&mut self, tx: &mut Tx, draft: &Draft) -> Result<Fate> {
        let name = draft.text("name").unwrap_or_default();
        let there = self.known.members.get(&key(name)).copied();
        if there.is_some_and(|member| member.import != Some(self.job.id)) {
            return Ok(Fate::Known);
        }
        let mut reasons: Vec<Reason> = Vec::new();
        let role = gather(self.role(draft), &mut reasons)?.unwrap_or(Role::Rep);
        let email = draft.text("email").map(str::to_lowercase);
        gather(self.free_email(tx, email.as_deref()), &mut reasons)?;
        let head = match draft.link("team_head") {
            Some(link) => gather(self.member_of(tx, link), &mut reasons)?,
            None => None,
        };
        let mut faults = Vec::new();
        for (name, required) in [("name", true), ("team", false), ("region", false)] {
            field::check_text(&mut faults, name, draft.text(name).unwrap_or_default(), required, NAME_MOST);
        }
        reasons.extend(self.refused(faults));
        if !reasons.is_empty() {
            return Ok(Fate::Mend(reasons));
        }
        let head = match (head, draft.link("team_head")) {
            (Some(refers), Some(link)) => Some(self.make_head(tx, refers, link)?),
            _ => None,
        };
        let team = self.team_of(tx, draft, head)?;
        self.write_row(tx, name, email.as_deref(), role, team, there)?;
        Ok(Fate::Imported)
    }

    /// A member of the import who was made because another row named them gets what their own row says.
    fn write_row(
        &mut self,
        tx: &mut Tx,
        name: &str,
        email: Option<&str>,
        role: Role,
        team_id: Option<i64>,
        there: Option<Member>,
    ) -> Result<()> {
        let Some(there) = there else {
            self.add_member(tx, name, email, role, team_id)?;
            return Ok(());
        };
        if self.dry {
            return Ok(());
        }
        if let Some(row) = members::find(tx, there.id)? {
            let email = email.or(row.email.as_deref());
            let role = if row.role == Role::Manager.key() { Role::Manager } else { role };
            let change =
                MemberChange { name: &row.name, email, role: role.key(), team_id: row.team_id.or(team_id) };
            members::update(tx, there.id, &change)?;
        }
        Ok(())
    }

    /// Nobody becomes an administrator by a file.
    fn role(&self, draft: &Draft) -> Result<Role, Trouble> {
        let Some(text) = draft.text("role") else { return Ok(Role::Rep) };
        match Role::parse(&text.to_lowercase()) {
            Some(role) if role != Role::Administrator => Ok(role),
            _ => Err(Trouble::Mend(self.says(
                ReasonCode::Refused,
                "role",
                format!("{text:?} is no role that an import gives: rep, manager or reader."),
                format!("Роль «{text}» импорт не даёт: rep, manager или reader."),
            ))),
        }
    }

    fn free_email(&self, tx: &mut Tx, email: Option<&str>) -> Result<(), Trouble> {
        let Some(email) = email else { return Ok(()) };
        match members::find_by_email(tx, email)? {
            None => Ok(()),
            Some(other) => Err(Trouble::Mend(self.says(
                ReasonCode::Refused,
                "email",
                format!("{email} is the address of {} already.", other.name),
                format!("{email} уже указан у сотрудника {}.", other.name),
            ))),
        }
    }

    /// What a link to a member means.
    pub(super) fn member_of(&mut self, tx: &mut Tx, link: &Link) -> Result<Refers, Trouble> {
        let found = self.known.members.get(&key(&link.name)).map(|member| member.id);
        self.refer(tx, link, found)
    }

    pub(super) fn make_member(&mut self, tx: &mut Tx, refers: Refers, link: &Link) -> Result<i64> {
        self.make(tx, refers, link, Role::Rep)
    }

    fn make_head(&mut self, tx: &mut Tx, refers: Refers, link: &Link) -> Result<i64> {
        self.make(tx, refers, link, Role::Manager)
    }

    fn make(&mut self, tx: &mut Tx, refers: Refers, link: &Link, role: Role) -> Result<i64> {
        match (refers, self.known.members.get(&key(&link.name))) {
            (Refers::To(id), _) => Ok(id),
            (Refers::ToNew, Some(member)) => Ok(member.id),
            (Refers::ToNew, None) => self.add_member(tx, &link.name, None, role, None),
        }
    }

    fn add_member(
        &mut self,
        tx: &mut Tx,
        name: &str,
        email: Option<&str>,
        role: Role,
        team_id: Option<i64>,
    ) -> Result<i64> {
        let import = Some(self.job.id);
        let new = NewMember {
            name,
            email,
            role: role.key(),
            team_id,
            language: &self.house.language,
            time_zone: None,
            import_id: import,
        };
        let id = match self.dry {
            true => self.imagined(),
            false => members::insert(tx, &new, self.scene.now)?,
        };
        self.known.members.insert(key(name), Member { id, import });
        Ok(id)
    }

    /// The member's team below the region's, each made where it is missing; a head belongs to the team they head.
    fn team_of(&mut self, tx: &mut Tx, draft: &Draft, head: Option<i64>) -> Result<Option<i64>> {
        if self.dry {
            return Ok(None);
        }
        let region = match draft.text("region") {
            Some(name) => Some(self.team(tx, name, None, None)?),
            None => None,
        };
        let Some(name) = draft.text("team") else { return Ok(region.map(|region| region.id)) };
        let team = self.team(tx, name, region.as_ref(), head)?;
        Ok(Some(team.id))
    }

    fn team(
        &mut self,
        tx: &mut Tx,
        name: &str,
        parent: Option<&TeamRow>,
        head: Option<i64>,
    ) -> Result<TeamRow> {
        if let Some(team) = self.known.teams.get(&key(name)) {
            return Ok(team.clone());
        }
        let team = match teams::find_by_name(tx, name)? {
            Some(team) => team,
            None => self.add_team(tx, name, parent, head)?,
        };
        self.known.teams.insert(key(name), team.clone());
        Ok(team)
    }

    fn add_team(
        &mut self,
        tx: &mut Tx,
        name: &str,
        parent: Option<&TeamRow>,
        head: Option<i64>,
    ) -> Result<TeamRow> {
        let id = teams::insert(tx, name, parent, head, Some(self.job.id), self.scene.now)?;
        if let Some(head) = head
            && let Some(row) = members::find(tx, head)?
            && row.team_id.is_none()
            && row.import_id == Some(self.job.id)
        {
            let change = MemberChange {
                name: &row.name,
                email: row.email.as_deref(),
                role: &row.role,
                team_id: Some(id),
            };
            members::update(tx, head, &change)?;
        }
        teams::find(tx, id)?.ok_or(crate::Error::NotFound)
    }
}
