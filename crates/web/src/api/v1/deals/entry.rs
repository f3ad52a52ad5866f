//! A deal in lists and on boards.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, Words, link};

/// A deal in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealEntry {
    pub id: i64,
    pub name: String,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub owner: Link,
    pub engineer: Option<Link>,
    /// One-off, in minor units of `currency`.
    pub amount: Option<i64>,
    pub amount_estimated: bool,
    /// A month, in minor units of `currency`.
    pub recurring: Option<i64>,
    pub currency: String,
    pub expected_close_on: Option<Date>,
    /// Percent, where the deal's own stands over the stage's.
    pub probability: Option<i64>,
    pub stage_probability: i64,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub source: Option<String>,
    pub campaign: Option<String>,
    pub competitor: Option<String>,
    pub products: Vec<String>,
    pub process: String,
    pub stage: String,
    pub stage_title: Words,
    /// `open`, `won`, `lost` or `closed`.
    pub status: String,
    pub stage_entered_at: Timestamp,
    /// Null for a deal that is over.
    pub next_step: Option<StepAhead>,
    pub closed_at: Option<Timestamp>,
    pub lost_reason: Option<String>,
    pub source_id: Option<String>,
    pub version: i64,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

/// How a deal's next step stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepAhead {
    /// `overdue`, `today`, `planned` or `missing`, in the caller's time zone.
    pub state: String,
    pub activity_id: Option<i64>,
    pub at: Option<Timestamp>,
    /// The activity's type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub subject: Option<String>,
}

impl From<desk::look::StepAhead> for StepAhead {
    fn from(step: desk::look::StepAhead) -> StepAhead {
        StepAhead {
            state: step.state.key().to_owned(),
            activity_id: step.activity,
            at: step.at,
            kind: step.kind,
            subject: step.subject,
        }
    }
}

impl From<desk::look::DealEntry> for DealEntry {
    fn from(entry: desk::look::DealEntry) -> DealEntry {
        let deal = entry.deal;
        DealEntry {
            id: deal.id,
            name: deal.name,
            company: link(deal.company_id, deal.company_name),
            person: link(deal.person_id, deal.person_name),
            owner: Link { id: deal.owner_id, name: deal.owner_name },
            engineer: link(deal.engineer_id, deal.engineer_name),
            amount: deal.amount,
            amount_estimated: deal.amount_estimated,
            recurring: deal.recurring,
            currency: deal.currency,
            expected_close_on: deal.expected_close_on,
            probability: deal.probability,
            stage_probability: deal.stage_probability,
            kind: deal.kind,
            source: deal.source,
            campaign: deal.campaign,
            competitor: deal.competitor,
            products: entry.products,
            process: entry.process,
            stage: deal.stage,
            stage_title: entry.stage_title.into(),
            status: deal.status,
            stage_entered_at: deal.stage_entered_at,
            next_step: entry.next_step.map(StepAhead::from),
            closed_at: deal.closed_at,
            lost_reason: deal.lost_reason,
            source_id: deal.source_id,
            version: deal.version,
            created_at: deal.created_at,
            changed_at: deal.changed_at,
            archived_at: deal.archived_at,
        }
    }
}
