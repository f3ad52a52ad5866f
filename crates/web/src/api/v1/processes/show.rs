//! One process.

use axum::Json;
use desk::process::{ProcessPage, ProcessSeen};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Word;
use crate::api::v1::finding::Finding;
use crate::api::v1::shared::Words;
use crate::api::v1::{Answer, ApiPath, Caller};

/// The newest version of a process: its text, its stages, what the checker says.
#[derive(Debug, Serialize, ToSchema)]
pub struct Process {
    pub process: String,
    pub version: i64,
    pub title: Words,
    /// New deals may start in it.
    pub active: bool,
    pub published_at: Timestamp,
    /// YAML.
    pub definition: String,
    pub stages: Vec<Stage>,
    pub findings: Vec<Finding>,
    pub stories: Vec<Story>,
}

/// A stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct Stage {
    pub stage: String,
    pub title: Words,
    pub help: Words,
    /// Percent.
    pub probability: u8,
    /// `open`, or the status of a deal that ends here.
    pub status: &'static str,
    /// Open deals here always have a next step.
    pub next_step_required: bool,
    /// Deals here within the caller's reach.
    pub deals: i64,
}

/// A story of the definition, played.
#[derive(Debug, Serialize, ToSchema)]
pub struct Story {
    pub name: String,
    pub passed: bool,
}

/// Looks at the newest version of a process, with its definition's text.
#[utoipa::path(
    get, path = "/processes/{process}", tag = "processes", params(("process" = inline(Word), Path)),
    responses((status = 200, body = Process)),
)]
pub async fn process(caller: Caller, ApiPath(process): ApiPath<String>) -> Answer<Process> {
    Ok(Json(Process::from(caller.read_slowly(ProcessPage { process }).await?)))
}

impl From<ProcessSeen> for Process {
    fn from(seen: ProcessSeen) -> Process {
        let stages = seen.definition.stages().iter().map(|stage| {
            let totals = seen.totals.iter().filter(|total| total.stage == stage.key);
            Stage::of(stage, totals.map(|total| total.deals).sum())
        });
        Process {
            stages: stages.collect(),
            process: seen.row.process,
            version: seen.row.version,
            title: Words { en: seen.row.title_en, ru: seen.row.title_ru },
            active: seen.row.active,
            published_at: seen.row.published_at,
            definition: seen.row.definition,
            findings: seen.findings.into_iter().map(Finding::from).collect(),
            stories: seen.stories.into_iter().map(Story::from).collect(),
        }
    }
}

impl Stage {
    fn of(stage: &process::Stage, deals: i64) -> Stage {
        Stage {
            stage: stage.key.clone(),
            title: stage.title.clone().into(),
            help: stage.help.clone().into(),
            probability: stage.probability,
            status: match stage.ends {
                None => "open",
                Some(process::End::Won) => "won",
                Some(process::End::Lost) => "lost",
                Some(process::End::Closed) => "closed",
            },
            next_step_required: stage.is_open() && stage.next_step.is_some(),
            deals,
        }
    }
}

impl From<process::StoryResult> for Story {
    fn from(story: process::StoryResult) -> Story {
        Story { name: story.name, passed: story.passed }
    }
}
