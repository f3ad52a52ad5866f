//! Attaching a file: its bytes are the body and its name stands in the address. So it needs no parser, and any program
//! sends it from the disk as it is.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use desk::file::{AttachFile, MayAttach, Paper};
use desk::look::Of;
use sales::{Fault, FieldError};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Key, Word};
use crate::api::v1::repeat::Repeat;
use crate::api::v1::shared::made_at;
use crate::api::v1::{Caller, Problem};
use crate::app::App;
use crate::receive::{Unreceived, receive};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FileName {
    /// What the file is called; folders and marks that nobody sees are left out.
    #[param(value_type = Word, inline)]
    pub name: String,
    /// Which paper it is: a key of the list `document-kind`.
    #[param(value_type = Option<Key>, inline)]
    pub document: Option<String>,
    /// Whether that paper is signed.
    #[serde(default)]
    pub signed: bool,
}

/// The bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary, min_length = 1)]
pub struct FileBytes(#[expect(dead_code, reason = "only described")] Vec<u8>);

/// Keeps the body and attaches it.
pub async fn attach(
    State(app): State<App>,
    caller: Caller,
    of: Of,
    named: FileName,
    request: Request,
) -> Result<Response, Problem> {
    caller.read(MayAttach { of }).await?;
    if sales::file::name(&named.name).is_none() {
        return Err(caller.fault("name", Fault::Required));
    }
    let repeat = request.extensions().get::<Repeat>().cloned();
    let kept = match receive(&app.desk, request.into_body().into_data_stream()).await {
        Ok(kept) => kept,
        Err(Unreceived::Desk(desk::Error::Invalid(faults))) => return Err(unfit(&caller, faults)),
        Err(Unreceived::Desk(error)) => return Err(caller.told(error)),
        Err(Unreceived::Broken) => return Err(broken()),
    };
    if let Some(repeat) = repeat {
        repeat.tell_body(kept.hash.as_bytes());
    }
    let paper = Paper { document: named.document, signed: named.signed };
    let id = caller.write(AttachFile { of, name: named.name, paper, kept }).await?;
    Ok(made_at("files", id))
}

/// 413 says how much may be sent; what else is wrong is a fault like any other.
fn unfit(caller: &Caller, faults: Vec<FieldError>) -> Problem {
    let is_too_large = faults.iter().any(|fault| matches!(fault.fault, Fault::TooLarge { .. }));
    let problem = caller.faults(faults);
    if is_too_large { problem.too_large() } else { problem }
}

fn broken() -> Problem {
    let detail = "It ended before its end, and nothing of it was kept.";
    Problem::new(StatusCode::BAD_REQUEST, "malformed", "The body could not be read", detail)
}
