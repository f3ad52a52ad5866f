//! The OpenAPI document: what the code describes of itself, and what holds for every path.

use std::collections::BTreeMap;

use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, ObjectBuilder, OpenApi, PathItem, Ref, RefOr,
    ResponseBuilder, Schema, Server,
};
use utoipa::{PartialSchema, ToSchema};

use super::finding::{Finding, Mend};
use super::problem::{FieldFault, ProblemBody, RowProblem};
use super::shared::Words;

const ABOUT: &str = "The acts and looks of Dealwright as JSON. Every answer is bounded by what the token's member may \
    see; what is out of reach is not found. Money is whole minor units beside an ISO 4217 currency, days are ISO 8601 \
    dates, instants RFC 3339 in UTC. Lists answer `next`: give it back as `after` to read on. A move that the process \
    does not allow is refused with the findings that say what is missing and how to mend it.";

const TOKEN: &str = "A token of a member: `dw_...`. It covers a level, each of which holds those before it (`read`, \
    `write`, `administration`), of all areas or of some (`deals`, `clients`, `work`, `files`, `imports`). Each operation \
    names what it asks for: `deals:write`; `read` alone lies in no area, and `everything:read` goes across all of them, \
    so that a token bound to some does not cover it. A request beyond the token is refused (403 `scope-missing`).";

/// Adds to the paths found in the code what they all share.
pub(super) fn of(mut paths: OpenApi) -> OpenApi {
    let about = InfoBuilder::new().title("Dealwright").version("1").description(Some(ABOUT));
    paths.info = about.build();
    paths.servers = Some(vec![Server::new("/api/v1")]);
    paths.security = Some(vec![SecurityRequirement::new("token", Vec::<String>::new())]);
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(TOKEN));
    let mut components = ComponentsBuilder::from(paths.components.take().unwrap_or_default())
        .security_scheme("token", SecurityScheme::Http(bearer.build()));
    for (name, schema) in [
        (ProblemBody::name(), ProblemBody::schema()),
        (FieldFault::name(), FieldFault::schema()),
        (RowProblem::name(), RowProblem::schema()),
        (Finding::name(), Finding::schema()),
        (Mend::name(), Mend::schema()),
        (Words::name(), Words::schema()),
    ] {
        components = components.schema(name, schema);
    }
    let mut components = components.build();
    open_parts(&mut components.schemas);
    paths.components = Some(components);
    super::scope::name_all(&mut paths);
    paths.paths.paths.values_mut().flat_map(writes).for_each(may_be_sent_again);
    paths.paths.paths.values_mut().flat_map(operations).for_each(may_fail);
    paths
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

fn writes(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

/// Every write takes a key.
fn may_be_sent_again(operation: &mut Operation) {
    let key = ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).max_length(Some(255))))
        .description(Some(
            "A text of your own for this request, such as a UUID. Sent again within 24 hours with the same body, the \
             first answer comes back and nothing is done twice; with another body it is refused (422 `key-reused`), \
             and while the first is being done, too (409 `in-flight`)",
        ))
        .build();
    operation.parameters.get_or_insert_default().push(key.into());
}

/// A schema that is part of another cannot forbid what stands beside it there.
fn open_parts(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let mut parts = Vec::new();
    for schema in schemas.values() {
        if let RefOr::T(Schema::AllOf(whole)) = schema {
            parts.extend(whole.items.iter().filter_map(named));
        }
    }
    for part in parts {
        if let Some(RefOr::T(Schema::Object(part))) = schemas.get_mut(&part) {
            part.additional_properties = None;
        }
    }
}

fn named(schema: &RefOr<Schema>) -> Option<String> {
    match schema {
        RefOr::Ref(place) => place.ref_location.rsplit('/').next().map(str::to_owned),
        RefOr::T(_) => None,
    }
}

/// Every answer has a description, and whatever goes wrong is told in one form.
fn may_fail(operation: &mut Operation) {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    let failed = ResponseBuilder::new()
        .description("Not done, and nothing was changed: why, and what to mend (RFC 9457)")
        .content("application/problem+json", problem);
    for answer in operation.responses.responses.values_mut() {
        if let RefOr::T(answer) = answer
            && answer.description.is_empty()
        {
            answer.description = "Done".to_owned();
        }
    }
    operation.responses.responses.insert("default".to_owned(), failed.build().into());
}
