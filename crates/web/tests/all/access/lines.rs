//! A line of the matrix: a route, a request of it, and who may.

use axum::body::Body;
use axum::http::{Method, Request, header};
use dealwright_web as web;

use super::rules::{Rule, Way};
use super::world::{Person, World};
use super::{api_lines, page_lines};

/// What a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sends {
    Nothing,
    /// Fields as `name=value`, parted by `&`.
    Form(&'static str),
    Json(&'static str),
    /// A file in the control `files`.
    File(&'static str),
    /// A body that is a file.
    Bytes(&'static str),
}

/// One request of a route. Addresses and bodies name the world's things in angle brackets.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Method and address as they are served: `POST /deals/{id}/moves`.
    pub route: &'static str,
    pub path: &'static str,
    pub rule: Rule,
    pub sends: Sends,
    /// It changes rows, the bookkeeping ones aside.
    pub writes: bool,
    /// What the token must cover, as the document names it; nothing for pages.
    pub asks: &'static str,
}

/// A route that is asked.
pub const fn get(route: &'static str, path: &'static str, rule: Rule) -> Line {
    Line { route, path, rule, sends: Sends::Nothing, writes: false, asks: "" }
}

/// A route that changes something.
pub const fn act(route: &'static str, path: &'static str, rule: Rule, sends: Sends) -> Line {
    Line { route, path, rule, sends, writes: true, asks: "" }
}

/// A route that something is sent to, and that changes nothing.
pub const fn ask(route: &'static str, path: &'static str, rule: Rule, sends: Sends) -> Line {
    Line { route, path, rule, sends, writes: false, asks: "" }
}

/// The whole matrix.
pub fn all() -> impl Iterator<Item = &'static Line> {
    page_lines::LINES.iter().chain(api_lines::LINES)
}

impl Line {
    pub const fn asks(self, asks: &'static str) -> Line {
        Line { asks, ..self }
    }

    pub fn method(&self) -> Method {
        self.route.split(' ').next().unwrap().parse().unwrap()
    }

    pub fn way(&self) -> Way {
        match self.route.split(' ').nth(1).unwrap() {
            address if address.starts_with("/api/") => Way::Api,
            _ if self.method() == Method::GET => Way::Page,
            _ => Way::Form,
        }
    }

    /// The request as the person sends it from one of our pages, or with their token.
    pub fn request(&self, world: &World, person: Person) -> Request<Body> {
        let path = world.filled(self.path);
        if self.way() == Way::Api {
            return self.of_api(world, person, &path);
        }
        let token = world.members.get(&person).map_or("none", |member| &member.csrf);
        let request = world.page(self.method(), person, &path);
        self.with_body(world, request, token)
    }

    fn of_api(&self, world: &World, person: Person, path: &str) -> Request<Body> {
        let mut request =
            Request::builder().method(self.method()).uri(path).header(header::HOST, "crm.example");
        if let Some(member) = world.members.get(&person) {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", member.token));
        }
        self.with_body(world, request, "")
    }

    /// The body, with this token where it is a form's.
    pub fn with_body(
        &self,
        world: &World,
        request: axum::http::request::Builder,
        token: &str,
    ) -> Request<Body> {
        let field = web::security::CSRF_FIELD;
        let (kind, body) = match self.sends {
            Sends::Nothing => ("", String::new()),
            Sends::Form(form) => {
                ("application/x-www-form-urlencoded", world.form(&format!("{form}&{field}={token}")))
            }
            Sends::Json(json) => ("application/json", world.filled(json)),
            Sends::Bytes(text) => ("application/octet-stream", text.to_owned()),
            Sends::File(text) => ("multipart/form-data; boundary=seam", parts(token, "deals.csv", text)),
        };
        let request = if kind.is_empty() { request } else { request.header(header::CONTENT_TYPE, kind) };
        request.body(Body::from(body)).unwrap()
    }
}

/// A form with a file, as a browser sends it.
pub fn parts(token: &str, file: &str, text: &str) -> String {
    let field = web::security::CSRF_FIELD;
    format!(
        "--seam\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{token}\r\n\
         --seam\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{file}\"\r\n\
         Content-Type: text/csv\r\n\r\n{text}\r\n--seam--\r\n"
    )
}
