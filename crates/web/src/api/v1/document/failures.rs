//! What else an operation may answer: whatever goes wrong is told in one form, under the statuses that can come.

use utoipa::ToSchema;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::Type;
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, ObjectBuilder, Ref, RefOr, Response, ResponseBuilder,
};

use crate::api::v1::problem::ProblemBody;

/// Statuses that any request may come to.
const ALWAYS: [u16; 9] = [400, 401, 403, 404, 414, 422, 429, 500, 503];
/// Of a request that changes something.
const OF_WRITE: [u16; 2] = [409, 507];
/// Of a request with a body.
const OF_BODY: [u16; 2] = [413, 415];
/// Of a change of fields that were read before.
const OF_CONDITION: [u16; 2] = [412, 428];

/// Adds what stands behind the statuses, once each.
pub fn described(components: ComponentsBuilder) -> ComponentsBuilder {
    let statuses = [&ALWAYS[..], &OF_WRITE, &OF_BODY, &OF_CONDITION].concat();
    statuses
        .into_iter()
        .fold(components, |components, status| components.response(name(status), failure(status)))
}

/// A look.
pub fn of_read(read: &mut Operation) {
    tell_done(read);
    add(read, &ALWAYS);
    let seen =
        ResponseBuilder::new().description("The caller has it already: `If-None-Match` names its ETag");
    read.responses.responses.entry("304".to_owned()).or_insert_with(|| seen.build().into());
}

/// A change of fields that were read before.
pub fn of_patch(patch: &mut Operation) {
    add(patch, &OF_CONDITION);
}

/// An act.
pub fn of_write(write: &mut Operation) {
    tell_done(write);
    add(write, &ALWAYS);
    add(write, &OF_WRITE);
    if write.request_body.is_some() {
        add(write, &OF_BODY);
    }
}

/// Every answer has a description.
fn tell_done(operation: &mut Operation) {
    for answer in operation.responses.responses.values_mut() {
        if let RefOr::T(answer) = answer
            && answer.description.is_empty()
        {
            answer.description = "Done".to_owned();
        }
    }
}

fn add(operation: &mut Operation, statuses: &[u16]) {
    for status in statuses {
        let failure = Ref::from_response_name(name(*status));
        operation.responses.responses.insert(status.to_string(), failure.into());
    }
}

fn name(status: u16) -> String {
    format!("Problem{status}")
}

/// A problem (RFC 9457).
fn failure(status: u16) -> Response {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    let failure =
        ResponseBuilder::new().description(says(status)).content("application/problem+json", problem);
    let text = |says: &str| {
        let schema = ObjectBuilder::new().schema_type(Type::String);
        HeaderBuilder::new().schema(Some(schema)).description(Some(says)).build()
    };
    match status {
        401 => failure.header("WWW-Authenticate", text("`Bearer`")),
        429 | 503 => failure.header("Retry-After", text("Seconds")),
        _ => failure,
    }
    .build()
}

fn says(status: u16) -> &'static str {
    match status {
        400 => "The body, the query or a header cannot be read",
        401 => "A token is needed",
        403 => "Not for this member or this token",
        404 => "Nothing here within reach",
        409 => {
            "The record is not in a state for this, somebody was faster, or the key's request is still being done"
        }
        412 => "Somebody changed the record since the ETag was read; `changes` says what",
        413 => "The body is too large",
        414 => "The query is too long",
        415 => "The body is not of the kind that is read here",
        422 => {
            "Read, and refused: `errors` names the fields, `findings` what the process misses, `rows` those of a batch"
        }
        428 => "Neither If-Match nor `version` says what was read",
        429 => "Too many requests",
        500 => "The server failed; its log says how",
        503 => "The database is busy, too slow or out of reach",
        _ => "The disk is full",
    }
}
