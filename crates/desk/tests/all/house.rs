//! A room with the shipped funnel running in it: what deals are tested on.

use desk::company::CreateCompany;
use desk::deal::CreateDeal;
use desk::process::PublishProcess;
use jiff::Timestamp;
use sales::Actor;
use sales::activity::ActivityFields;
use sales::company::CompanyFields;
use sales::deal::DealFields;

use crate::room::Room;

pub const FUNNEL: &str = include_str!("../../../../processes/six-stage-funnel/process.yaml");

/// The first administrator, the funnel published, one company.
pub struct House {
    pub boss: Actor,
    pub company: i64,
}

impl House {
    pub async fn new(room: &Room) -> House {
        let boss = room.boss().await;
        let publish = PublishProcess { definition: FUNNEL.to_owned(), active: true };
        room.desk.write(&boss, publish).await.unwrap();
        let fields = CompanyFields { name: "Kestrel Logistics".into(), ..CompanyFields::default() };
        let company =
            room.desk.write(&boss, CreateCompany { fields, shared: true, source_id: None }).await.unwrap();
        House { boss, company }
    }

    /// A deal of this owner, worth so many minor units.
    pub fn deal(&self, owner: Option<i64>, amount: i64) -> CreateDeal {
        let fields = DealFields {
            name: "Managed services".into(),
            company_id: Some(self.company),
            owner_id: owner,
            amount: Some(amount),
            source: Some("event".into()),
            ..DealFields::default()
        };
        CreateDeal { fields, ..CreateDeal::default() }
    }
}

/// An activity of an hour.
pub fn hour(kind: &str, from: &str) -> ActivityFields {
    let starts_at: Timestamp = from.parse().unwrap();
    ActivityFields {
        kind: kind.into(),
        subject: String::new(),
        starts_at,
        ends_at: starts_at + jiff::SignedDuration::from_hours(1),
        owner_id: None,
        person_id: None,
        words: String::new(),
    }
}
