//! What the page reads in the OpenAPI document.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

/// The same that `/api/v1/openapi.json` answers.
static DOCUMENT: LazyLock<Value> = LazyLock::new(crate::api::v1::document_json);
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
/// How far an example goes into what is within another.
const DEPTH: usize = 4;

/// One operation as it stands in the document.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    pub method: &'static str,
    pub address: &'static str,
    at: &'static Value,
}

/// What a request takes beside its body.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    pub name: &'static str,
    /// `path`, `query` or `header`.
    pub place: &'static str,
    pub about: &'static str,
    pub required: bool,
}

/// What a request's body is.
#[derive(Clone, Debug)]
pub enum Body {
    /// An example of it, with the fields that it must have.
    Json(String),
    Bytes,
}

/// The words at the head of the document.
pub fn about() -> &'static str {
    DOCUMENT["info"]["description"].as_str().unwrap_or_default()
}

/// What it says of tokens.
pub fn about_tokens() -> &'static str {
    DOCUMENT["components"]["securitySchemes"]["token"]["description"].as_str().unwrap_or_default()
}

/// Operations by their tags, in the order of the document.
pub fn by_tag() -> Vec<(&'static str, Vec<Operation>)> {
    let mut tags: Vec<(&str, Vec<Operation>)> = Vec::new();
    for (address, item) in DOCUMENT["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            let Some(at) = item.get(method) else { continue };
            let operation = Operation { method, address, at };
            let tag = at["tags"][0].as_str().unwrap_or_default();
            match tags.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, all)) => all.push(operation),
                None => tags.push((tag, vec![operation])),
            }
        }
    }
    tags
}

impl Operation {
    pub fn id(&self) -> &'static str {
        self.at["operationId"].as_str().unwrap_or_default()
    }

    pub fn summary(&self) -> &'static str {
        self.at["summary"].as_str().unwrap_or_default()
    }

    pub fn description(&self) -> &'static str {
        self.at["description"].as_str().unwrap_or_default()
    }

    /// The scope that it asks of a token.
    pub fn scope(&self) -> &'static str {
        self.at["security"][0]["token"][0].as_str().unwrap_or_default()
    }

    /// Its answer never ends, so there is nothing to be shown.
    pub fn is_stream(&self) -> bool {
        self.at["responses"]["200"]["content"].get("text/event-stream").is_some()
    }

    pub fn parameters(&self) -> impl Iterator<Item = Parameter> + use<> {
        let all = self.at["parameters"].as_array().into_iter().flatten();
        all.map(|one| Parameter {
            name: one["name"].as_str().unwrap_or_default(),
            place: one["in"].as_str().unwrap_or_default(),
            about: one["description"].as_str().unwrap_or_default(),
            required: one["required"] == true,
        })
    }

    pub fn body(&self) -> Option<Body> {
        let kinds = self.at["requestBody"]["content"].as_object()?;
        Some(match kinds.get("application/json") {
            Some(json) => Body::Json(format!("{:#}", example(&json["schema"], DEPTH))),
            None => Body::Bytes,
        })
    }
}

/// The schema that a reference leads to.
fn resolved(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
        Some(name) => &DOCUMENT["components"]["schemas"][name],
        None => schema,
    }
}

/// The least that fits the schema.
fn example(schema: &'static Value, depth: usize) -> Value {
    let schema = resolved(schema);
    if depth == 0 {
        return Value::Null;
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in parts {
            whole.extend(example(part, depth).as_object().cloned().unwrap_or_default());
        }
        return Value::Object(whole);
    }
    if let Some(first) =
        schema["oneOf"].as_array().and_then(|ways| ways.iter().rfind(|way| way["type"] != "null"))
    {
        return example(first, depth - 1);
    }
    if let Some(word) = schema["enum"].as_array().and_then(|words| words.first()) {
        return word.clone();
    }
    match kind(schema) {
        "object" => Value::Object(fields(schema, depth)),
        "array" => json!([example(&schema["items"], depth - 1)]),
        "integer" | "number" => json!(1),
        "boolean" => json!(true),
        _ => match schema["format"].as_str() {
            Some("date") => json!("2026-11-24"),
            Some("date-time") => json!("2026-11-24T10:00:00Z"),
            _ => json!("text"),
        },
    }
}

/// The fields that must be there; where the document says of none that it must, a name is the least.
fn fields(schema: &'static Value, depth: usize) -> Map<String, Value> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let named = schema["properties"].get("name").is_some();
    let required = if required.is_empty() && named { vec!["name"] } else { required };
    let all = schema["properties"].as_object().into_iter().flatten();
    let shown = all.filter(|(name, _)| required.is_empty() || required.contains(&name.as_str()));
    shown.map(|(name, field)| (name.clone(), example(field, depth - 1))).collect()
}

/// The type, of several the first that is not null.
fn kind(schema: &'static Value) -> &'static str {
    match &schema["type"] {
        Value::Array(kinds) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        one => one.as_str().unwrap_or_default(),
    }
}
