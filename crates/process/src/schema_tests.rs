//! The published schema is the schema, and names the keys that the reader knows.

use crate::json_schema;
use crate::read::keys_by_shape;
use std::collections::BTreeSet;

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/process.schema.json");

#[test]
fn the_published_schema_is_up_to_date() {
    let made = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PUBLISHED, &made).unwrap();
    }
    let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(published == made, "run the tests once with UPDATE_SCHEMA=1");
}

#[test]
fn the_schema_names_exactly_the_keys_that_the_reader_knows() {
    let schema = json_schema();
    for (shape, keys) in keys_by_shape() {
        let object = if shape == "ProcessFile" { &schema } else { &schema["$defs"][shape] };
        let named: BTreeSet<&str> =
            object["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(named, keys.iter().copied().collect(), "{shape}");
    }
}
