//! The OpenAPI document: what the code describes of itself, and what holds for every path.

mod failures;
mod headers;
mod whole;

use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, PathItem, Server};
use utoipa::{PartialSchema, ToSchema};

use super::batch::Row;
use super::bounds::AskedValue;
use super::finding::{Finding, Mend};
use super::problem::{FieldFault, ProblemBody, RowProblem};
use super::shared::Words;

const ABOUT: &str = "The acts and looks of Dealwright as JSON. Every answer is bounded by what the token's member may \
    see; what is out of reach is not found. Money is whole minor units beside an ISO 4217 currency, days are ISO 8601 \
    dates, instants RFC 3339 in UTC. Lists answer `next`: give it back as `after` to read on. A move that the process \
    does not allow is refused with the findings that say what is missing and how to mend it. What this document says \
    of a request is checked as it stands here; what only the records tell (whether an id is there, an end after its \
    start, a move allowed) is refused with 404, 409, 412 or 422 and changes nothing.";

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
        (Row::name(), Row::schema()),
        (AskedValue::name(), AskedValue::schema()),
    ] {
        components = components.schema(name, schema);
    }
    let mut components = failures::described(components).build();
    whole::merge(&mut components.schemas);
    paths.components = Some(components);
    super::scope::name_all(&mut paths);
    for item in paths.paths.paths.values_mut() {
        writes(item).for_each(headers::may_be_sent_again);
        item.get.iter_mut().for_each(failures::of_read);
        item.patch.iter_mut().for_each(headers::has_condition);
        item.patch.iter_mut().for_each(failures::of_patch);
        writes(item).for_each(failures::of_write);
    }
    paths
}

fn writes(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}
