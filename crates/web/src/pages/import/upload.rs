//! Files and fields that a form sent together, its token checked.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::import::MOST_BYTES;

use crate::answer::Trouble;
use crate::app::App;
use crate::posted::{Form, check_origin};
use crate::security::{self, CSRF_FIELD};
use crate::visitor::Visitor;

/// A name without folders, and content.
pub type File = (String, Vec<u8>);

/// The member, what they typed, and the files they chose.
pub struct Upload {
    pub visitor: Visitor,
    pub form: Form,
    /// In the control `files`.
    pub files: Vec<File>,
    /// In the control `mapping_file`.
    pub mapping: Option<File>,
    /// Bytes that were sent, if those are more than are taken: the files are not all there.
    pub too_large: Option<usize>,
}

impl FromRequest<App> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Upload, Response> {
        let (mut parts, body) = request.into_parts();
        check_origin(&parts.headers, app).map_err(IntoResponse::into_response)?;
        let visitor = <Visitor as FromRequestParts<App>>::from_request_parts(&mut parts, app).await?;
        let headers = parts.headers.clone();
        let bytes = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let sent = Multipart::from_request(Request::from_parts(parts, body), app).await;
        let sent = sent.map_err(IntoResponse::into_response)?;
        let mut upload =
            Upload { visitor, form: Form::default(), files: Vec::new(), mapping: None, too_large: None };
        match upload.read(sent).await {
            Err(fault) if fault.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                upload.too_large = Some(bytes.unwrap_or(MOST_BYTES + 1));
            }
            read => read.map_err(IntoResponse::into_response)?,
        }
        let token = upload.form.filled(CSRF_FIELD);
        security::check_token(&headers, token, &upload.visitor.signed.csrf)
            .map_err(|_| Trouble::Forged.into_response())?;
        Ok(upload)
    }
}

impl Upload {
    async fn read(&mut self, mut sent: Multipart) -> Result<(), MultipartError> {
        while let Some(field) = sent.next_field().await? {
            self.take(field).await?;
        }
        Ok(())
    }

    /// A control without a chosen file sends an empty name.
    async fn take(&mut self, field: Field<'_>) -> Result<(), MultipartError> {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(path) = field.file_name().map(str::to_owned) else {
            let text = field.text().await?;
            self.form.0.push((name, text));
            return Ok(());
        };
        let bytes = field.bytes().await?.into();
        let file = intake::file_name(&path);
        match name.as_str() {
            _ if file.is_empty() => {}
            "mapping_file" => self.mapping = Some((file, bytes)),
            "files" => self.files.push((file, bytes)),
            _ => {}
        }
        Ok(())
    }
}
