//! What each address of the API asks of a token. Every request is held to it once, where its caller is found.

use axum::http::Method;
use sales::{Area, Level, Need, Within};
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{OpenApi, PathItem};

/// What a request of `address`, as the document spells it (`/deals/{id}/moves`), asks of its token. An address that
/// nobody thought of asks for everything.
pub fn need(method: &Method, address: &str) -> Need {
    let noun = address.split('/').nth(1).unwrap_or_default();
    let of = match noun {
        _ if address.ends_with("/files") => Within::One(Area::Files),
        "deals" => Within::One(Area::Deals),
        "companies" | "people" => Within::One(Area::Clients),
        "activities" | "tasks" | "notes" | "day" | "notifications" => Within::One(Area::Work),
        "files" => Within::One(Area::Files),
        "imports" => Within::One(Area::Imports),
        "me" => Within::Anything,
        _ if is_shared(noun) => Within::Anything,
        // Each row asks for itself.
        "batch" => Within::Anything,
        _ => Within::Everything,
    };
    Need::new(level(method, address, noun), of)
}

fn level(method: &Method, address: &str, noun: &str) -> Level {
    let looks = method == Method::GET || method == Method::HEAD;
    match address {
        "/members" => Level::Administration,
        "/processes/check" => Level::Read,
        _ if looks => Level::Read,
        _ if is_shared(noun) => Level::Administration,
        _ => Level::Write,
    }
}

/// What the whole installation shares.
fn is_shared(noun: &str) -> bool {
    matches!(
        noun,
        "members" | "teams" | "products" | "choices" | "processes" | "holidays" | "installation" | "roles"
    )
}

/// Names in the document what each operation asks of the token.
pub fn name_all(document: &mut OpenApi) {
    for (address, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            let names = [need(&method, address).name()];
            operation.security = Some(vec![SecurityRequirement::new("token", names)]);
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (Method, &mut Operation)> {
    let all = [
        (Method::GET, &mut item.get),
        (Method::POST, &mut item.post),
        (Method::PUT, &mut item.put),
        (Method::PATCH, &mut item.patch),
        (Method::DELETE, &mut item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}
