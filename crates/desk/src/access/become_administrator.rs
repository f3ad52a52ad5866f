//! The first administrator sets up the installation and is signed in.

use process::Lang;
use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError, money};
use store::Tx;
use store::rows::members::{self, NewMember};
use store::rows::{access, installation};

use super::{LinkIsGood, Session, check_password, hash_password, open_session, use_link, visitor};
use crate::error::Conflict;
use crate::member::entry::{check_zone, parse_email};
use crate::{Act, Desk, Error, Result, Scene, settings};

/// What the first administrator types in.
#[derive(Clone)]
pub struct BecomeAdministrator {
    /// The secret of the link that the server printed.
    pub link: String,
    pub name: String,
    pub email: String,
    pub password: String,
    pub company_name: String,
    /// ISO 4217.
    pub base_currency: String,
    /// IANA name, such as `Europe/Berlin`.
    pub time_zone: String,
    pub language: Lang,
}

/// Makes the first administrator and signs them in. The link authorizes.
///
/// # Errors
/// [`Error::LinkSpent`]; [`Conflict::AlreadySetUp`] when there is an administrator; [`Error::Invalid`].
pub async fn become_administrator(desk: &Desk, form: BecomeAdministrator) -> Result<Session> {
    desk.read(&visitor(), LinkIsGood { secret: form.link.clone() }).await?;
    form.check()?;
    let hash = hash_password(desk, form.password.clone()).await?;
    desk.write(&visitor(), MakeFirst { form, hash }).await
}

struct MakeFirst {
    form: BecomeAdministrator,
    hash: String,
}

impl Act for MakeFirst {
    type Done = Session;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Session> {
        let link = use_link(tx, scene, &self.form.link)?;
        if link.kind != "first" {
            return Err(Error::LinkSpent);
        }
        settings::prepare(tx, scene.now)?;
        installation::hold(tx)?;
        if members::has_administrator(tx)? {
            return Err(Conflict::AlreadySetUp.into());
        }
        self.set_up(tx)?;
        let id = self.member(tx, scene)?;
        access::spend_links_of(tx, Some(id), scene.now)?;
        open_session(tx, scene, id)
    }
}

impl MakeFirst {
    fn set_up(&self, tx: &mut Tx) -> Result<()> {
        let mut row = installation::get(tx)?;
        let form = &self.form;
        row.company_name = form.company_name.trim().to_owned();
        row.base_currency = money::parse_currency(&form.base_currency)
            .map_err(|fault| Error::field("base_currency", fault))?;
        row.time_zone = form.time_zone.clone();
        row.language = installation::lang_code(form.language).to_owned();
        Ok(installation::update(tx, &row)?)
    }

    /// A member whom an import brought with this address becomes the administrator; otherwise a new one does.
    fn member(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let form = &self.form;
        let email = parse_email(&form.email).map_err(|fault| Error::field("email", fault))?;
        let (name, role) = (form.name.trim(), "administrator");
        let id = match members::find_by_email(tx, &email)? {
            Some(known) => {
                let change =
                    members::MemberChange { name, email: Some(&email), role, team_id: known.team_id };
                members::update(tx, known.id, &change)?;
                members::set_archived(tx, known.id, None)?;
                known.id
            }
            None => {
                let language = installation::lang_code(form.language);
                let member = NewMember {
                    name,
                    email: Some(&email),
                    role,
                    team_id: None,
                    language,
                    time_zone: None,
                    import_id: None,
                };
                members::insert(tx, &member, scene.now)?
            }
        };
        members::set_password(tx, id, &self.hash)?;
        Ok(id)
    }
}

impl BecomeAdministrator {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        check_text(&mut faults, "company_name", &self.company_name, true, NAME_MOST);
        if let Err(fault) = parse_email(&self.email) {
            faults.push(FieldError::new("email", fault));
        }
        check_password(&mut faults, "password", &self.password);
        if money::parse_currency(&self.base_currency).is_err() {
            faults.push(FieldError::new("base_currency", Fault::NotACurrency));
        }
        check_zone(&mut faults, &self.time_zone);
        Error::unless_valid(faults)
    }
}
