//! The ways out of a deal's stage.

use axum::Json;
use desk::case::{OpenMoves, Ways};
use jiff::Timestamp;
use process::{AskSpec, Level, StateClass, StrandKind, Type};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::finding::Mend;
use crate::api::v1::shared::Words;
use crate::api::v1::{Answer, ApiPath, Caller};

/// What is open to a deal now.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moves {
    pub stage: String,
    /// Give it back with a move: one made up on an older entry is refused.
    pub entry: u32,
    pub may_write: bool,
    /// Open stages visited before: where a return may go.
    pub visited: Vec<String>,
    pub moves: Vec<OpenMove>,
    /// What runs beside the stage.
    pub strands: Vec<OpenStrand>,
}

/// A strand, approval or hand-off, or the hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenStrand {
    pub key: String,
    pub title: Words,
    /// `plain`, `approval`, `hand_off` or `hold`.
    pub kind: String,
    pub state: String,
    /// The state in words.
    pub says: Words,
    /// `open`, `done` or `failed`.
    pub class: String,
    /// Null: since the case began.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub since: Option<Timestamp>,
    /// Parts that have agreed already, where all of several must.
    pub votes: Vec<String>,
    /// Its moves: take them as the others, by their key.
    pub moves: Vec<OpenMove>,
}

/// A move out of the stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenMove {
    #[serde(rename = "move")]
    pub move_key: String,
    pub title: Words,
    /// `forward`, `return`, `refusal`, `reopen`, `amend` or `strand`.
    pub kind: String,
    /// Stages it may go to; of more than one, name yours in `to`.
    pub to: Vec<String>,
    /// No block stands in the way; what it asks may still be wanting.
    pub open: bool,
    /// The usual way forward.
    pub main: bool,
    /// It happens by itself as soon as its needs hold; nobody takes it.
    pub by_itself: bool,
    /// A next step must be planned with it.
    pub asks_next_step: bool,
    pub needs: Vec<NeedState>,
    pub asks: Vec<Ask>,
}

/// A need as it stands now.
#[derive(Debug, Serialize, ToSchema)]
pub struct NeedState {
    /// Name it in `accepts` where the level is `warn`.
    pub id: String,
    /// `block` or `warn`.
    pub level: String,
    /// No override lifts it.
    pub firm: bool,
    /// Null where it cannot be told: something it reads is not filled.
    pub met: Option<bool>,
    pub says: Words,
    pub why: Words,
    pub mend: Option<Mend>,
}

/// Something a move asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ask {
    /// Answer under this key in `answers`; a plan is answered in `next_steps`.
    pub key: String,
    pub title: Words,
    /// `bool`, `int`, `money` (`{minor, currency}`), `text`, `choice`, `date`, `instant`, `many`, or `plan`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub optional: bool,
    /// Codes to choose from; for a plan the types of activity.
    pub codes: Vec<String>,
    /// What each code asks beside.
    pub options: Vec<AskOption>,
}

/// A code that may be chosen.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskOption {
    pub code: String,
    pub title: Words,
    #[schema(no_recursion)]
    pub asks: Vec<Ask>,
}

/// Lists the ways out of the deal's stage, with what stands in each and what it asks.
#[utoipa::path(
    get, path = "/deals/{id}/moves", tag = "deals", params(("id" = i64, Path)),
    responses((status = 200, body = Moves)),
)]
pub async fn open_moves(caller: Caller, ApiPath(id): ApiPath<i64>) -> Answer<Moves> {
    Ok(Json(Moves::from(caller.read(OpenMoves { of: id.into() }).await?)))
}

impl From<Ways> for Moves {
    fn from(ways: Ways) -> Moves {
        Moves {
            stage: ways.stage,
            entry: ways.entry,
            may_write: ways.may_write,
            visited: ways.visited,
            moves: ways.moves.into_iter().map(OpenMove::from).collect(),
            strands: ways.strands.into_iter().map(OpenStrand::from).collect(),
        }
    }
}

impl From<process::OpenStrand> for OpenStrand {
    fn from(strand: process::OpenStrand) -> OpenStrand {
        let kind = match strand.kind {
            StrandKind::Plain => "plain",
            StrandKind::Approval => "approval",
            StrandKind::HandOff => "hand_off",
            StrandKind::Hold => "hold",
        };
        let class = match strand.class {
            StateClass::Open => "open",
            StateClass::Done => "done",
            StateClass::Failed => "failed",
        };
        OpenStrand {
            key: strand.key,
            title: strand.title.into(),
            kind: kind.to_owned(),
            state: strand.state,
            says: strand.says.into(),
            class: class.to_owned(),
            since: strand.since,
            votes: strand.votes,
            moves: strand.moves.into_iter().map(OpenMove::from).collect(),
        }
    }
}

impl From<process::OpenMove> for OpenMove {
    fn from(way: process::OpenMove) -> OpenMove {
        let kind = match way.kind {
            process::MoveKind::Start => "start",
            process::MoveKind::Forward => "forward",
            process::MoveKind::Return => "return",
            process::MoveKind::Refusal => "refusal",
            process::MoveKind::Reopen => "reopen",
            process::MoveKind::Amend => "amend",
            process::MoveKind::FallBack => "fall_back",
            process::MoveKind::Strand => "strand",
        };
        OpenMove {
            move_key: way.move_key,
            title: way.title.into(),
            kind: kind.to_owned(),
            to: way.to,
            open: way.open,
            main: way.main,
            by_itself: way.by_itself,
            asks_next_step: way.asks_next_step,
            needs: way.needs.into_iter().map(NeedState::from).collect(),
            asks: way.asks.into_iter().map(Ask::from).collect(),
        }
    }
}

impl From<process::NeedState> for NeedState {
    fn from(need: process::NeedState) -> NeedState {
        let level = match need.level {
            Level::Block => "block",
            Level::Warn => "warn",
        };
        NeedState {
            id: need.id,
            level: level.to_owned(),
            firm: need.firm,
            met: need.met,
            says: need.says.into(),
            why: need.why.into(),
            mend: need.mend.map(Mend::from),
        }
    }
}

impl From<AskSpec> for Ask {
    fn from(ask: AskSpec) -> Ask {
        let key = ask.key().to_owned();
        let plain = |title: process::Words, kind, optional| Ask {
            key: key.clone(),
            title: title.into(),
            kind,
            optional,
            codes: Vec::new(),
            options: Vec::new(),
        };
        match ask {
            AskSpec::Field { title, kind, optional, .. } => {
                let (kind, codes) = type_of(kind);
                Ask { codes, ..plain(title, kind, optional) }
            }
            AskSpec::OneOf { title, options, optional, .. } => Ask {
                codes: options.iter().map(|option| option.code.clone()).collect(),
                options: options.into_iter().map(AskOption::from).collect(),
                ..plain(title, "choice", optional)
            },
            AskSpec::Text { title, optional, .. } => plain(title, "text", optional),
            AskSpec::Plan { types, title, .. } => Ask { codes: types, ..plain(title, "plan", false) },
        }
    }
}

impl From<process::AskOption> for AskOption {
    fn from(option: process::AskOption) -> AskOption {
        let asks = option.asks.into_iter().map(Ask::from).collect();
        AskOption { code: option.code, title: option.title.into(), asks }
    }
}

fn type_of(kind: Type) -> (&'static str, Vec<String>) {
    match kind {
        Type::Bool => ("bool", Vec::new()),
        Type::Int => ("int", Vec::new()),
        Type::Money => ("money", Vec::new()),
        Type::Text | Type::Any => ("text", Vec::new()),
        Type::Choice(codes) => ("choice", codes),
        Type::Date => ("date", Vec::new()),
        Type::Instant => ("instant", Vec::new()),
        Type::Many(codes) => ("many", codes),
    }
}
