//! What answers of many nouns are made of.

use std::fmt::Display;
use std::str::FromStr;

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::look::Cursor;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// A title or sentence in both languages.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub en: String,
    pub ru: String,
}

impl From<process::Words> for Words {
    fn from(words: process::Words) -> Words {
        Words { en: words.en, ru: words.ru }
    }
}

/// A record by id and name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Link {
    pub id: i64,
    pub name: String,
}

impl From<desk::look::Link> for Link {
    fn from(link: desk::look::Link) -> Link {
        Link { id: link.id, name: link.name }
    }
}

/// A link where there is both an id and a name.
pub fn link(id: Option<i64>, name: Option<String>) -> Option<Link> {
    id.zip(name).map(|(id, name)| Link { id, name })
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T: ToSchema> {
    pub items: Vec<T>,
    /// Give it back as `after` to read on; null at the end.
    pub next: Option<String>,
}

impl<T: ToSchema> Page<T> {
    pub fn of<R>(rows: impl IntoIterator<Item = R>, next: Option<Cursor>) -> Page<T>
    where
        T: From<R>,
    {
        Page { items: rows.into_iter().map(T::from).collect(), next: next.map(|cursor| cursor.0) }
    }
}

/// A record was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    pub id: i64,
}

/// 201 for a record that has no address of its own.
pub fn made(id: i64) -> Response {
    (StatusCode::CREATED, Json(Made { id })).into_response()
}

/// 201 with the new record's address.
pub fn made_at(noun: &str, id: i64) -> Response {
    let place = [(header::LOCATION, format!("/api/v1/{noun}/{id}"))];
    (StatusCode::CREATED, place, Json(Made { id })).into_response()
}

/// Count and sums in one currency; money in minor units, `recurring` a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurrencyTotal {
    pub currency: String,
    pub deals: i64,
    pub amount: i64,
    pub recurring: i64,
}

impl From<desk::look::CurrencyTotal> for CurrencyTotal {
    fn from(total: desk::look::CurrencyTotal) -> CurrencyTotal {
        let desk::look::CurrencyTotal { currency, deals, amount, recurring } = total;
        CurrencyTotal { currency, deals, amount, recurring }
    }
}

/// An object and nothing else: serde reads a struct from an array of its values as well.
pub fn object<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let fields = Map::<String, Value>::deserialize(from)?;
    T::deserialize(Value::Object(fields)).map_err(D::Error::custom)
}

/// The same, or null.
pub fn maybe_object<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    let fields = Option::<Map<String, Value>>::deserialize(from)?;
    let read = |fields| T::deserialize(Value::Object(fields)).map_err(D::Error::custom);
    fields.map(read).transpose()
}

/// Values of a query with commas between them.
#[derive(Clone, Debug)]
pub struct Commas<T>(pub Vec<T>);

impl<T> Default for Commas<T> {
    fn default() -> Commas<T> {
        Commas(Vec::new())
    }
}

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Commas<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Commas<T>, D::Error> {
        let text = String::deserialize(from)?;
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| part.parse().map_err(D::Error::custom)).collect::<Result<_, _>>().map(Commas)
    }
}
