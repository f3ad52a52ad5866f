//! Styles, scripts and drawings, built from `web/` and carried inside the binary.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// A year: an address changes with its content, so nobody asks twice.
const FOREVER: &str = "public, max-age=31536000, immutable";

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/assets"]
struct Built;

/// Where a browser finds an asset; the address changes whenever its content does.
#[must_use]
pub fn address(name: &str) -> String {
    let Some(file) = Built::get(name) else { return format!("/assets/{name}") };
    let hash = file.metadata.sha256_hash();
    let version: String = hash[..6].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/{name}?v={version}")
}

/// Every asset with its content, for writing them beside a page that no server serves.
pub fn all() -> impl Iterator<Item = (String, Vec<u8>)> {
    Built::iter().filter_map(|name| Some((name.to_string(), Built::get(&name)?.data.into_owned())))
}

/// Serves `/assets/{*name}`.
pub async fn serve(Path(name): Path<String>) -> Response {
    let Some(file) = Built::get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    let headers = [(header::CONTENT_TYPE, content_type(&kind)), (header::CACHE_CONTROL, FOREVER.to_owned())];
    (headers, file.data).into_response()
}

fn content_type(kind: &mime_guess::Mime) -> String {
    if kind.type_() == mime_guess::mime::TEXT { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_style_sheet_is_kept_forever_under_an_address_of_its_content() {
        assert!(address("face.css").starts_with("/assets/face.css?v="));
        let answer = serve(Path("face.css".to_owned())).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], FOREVER);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[tokio::test]
    async fn an_unknown_asset_is_not_found() {
        assert_eq!(serve(Path("../Cargo.toml".to_owned())).await.status(), StatusCode::NOT_FOUND);
    }
}
