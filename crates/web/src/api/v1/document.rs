//! The OpenAPI document: what the code describes of itself, and what holds for every path.

use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, OpenApi, PathItem, Ref, ResponseBuilder, Server,
};
use utoipa::{PartialSchema, ToSchema};

use super::finding::{Finding, Mend};
use super::problem::{FieldFault, ProblemBody};
use super::shared::Words;

const ABOUT: &str = "The acts and looks of Dealwright as JSON. Every answer is bounded by what the token's member may \
    see; what is out of reach is not found. Money is whole minor units beside an ISO 4217 currency, days are ISO 8601 \
    dates, instants RFC 3339 in UTC. Lists answer `next`: give it back as `after` to read on. A move that the process \
    does not allow is refused with the findings that say what is missing and how to mend it.";

/// Adds to the paths found in the code what they all share.
pub(super) fn of(mut paths: OpenApi) -> OpenApi {
    let about = InfoBuilder::new().title("Dealwright").version("1").description(Some(ABOUT));
    paths.info = about.build();
    paths.servers = Some(vec![Server::new("/api/v1")]);
    paths.security = Some(vec![SecurityRequirement::new("token", Vec::<String>::new())]);
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A token of a member: `dw_...`"));
    let mut components = ComponentsBuilder::from(paths.components.take().unwrap_or_default())
        .security_scheme("token", SecurityScheme::Http(bearer.build()));
    for (name, schema) in [
        (ProblemBody::name(), ProblemBody::schema()),
        (FieldFault::name(), FieldFault::schema()),
        (Finding::name(), Finding::schema()),
        (Mend::name(), Mend::schema()),
        (Words::name(), Words::schema()),
    ] {
        components = components.schema(name, schema);
    }
    paths.components = Some(components.build());
    paths.paths.paths.values_mut().flat_map(operations).for_each(may_fail);
    paths
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

/// Whatever goes wrong is told in one form.
fn may_fail(operation: &mut Operation) {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    let failed = ResponseBuilder::new()
        .description("Not done, and nothing was changed: why, and what to mend (RFC 9457)")
        .content("application/problem+json", problem);
    operation.responses.responses.insert("default".to_owned(), failed.build().into());
}
