//! Schemas made of parts, as one object each: so nothing unknown may stand in them, and a program that is generated
//! from the document has one type for one body.

use std::collections::BTreeMap;

use utoipa::openapi::schema::{AdditionalProperties, AllOf, Object};
use utoipa::openapi::{RefOr, Schema};

/// What a new record cannot do without; the parts it is made of are those of changes, too.
const NEEDED: [(&str, &str); 3] = [("NewCompany", "name"), ("NewDeal", "name"), ("NewPerson", "name")];

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// Puts every `allOf` of objects together.
pub fn merge(schemas: &mut Schemas) {
    let merged: Vec<(String, Object)> = schemas
        .iter()
        .filter_map(|(name, schema)| match schema {
            RefOr::T(Schema::AllOf(whole)) => Some((name.clone(), together(whole, schemas)?)),
            _ => None,
        })
        .collect();
    for (name, object) in merged {
        schemas.insert(name, Schema::Object(object).into());
    }
    for (name, field) in NEEDED {
        if let Some(RefOr::T(Schema::Object(object))) = schemas.get_mut(name) {
            object.required.push(field.to_owned());
        }
    }
}

/// One object with the fields of all parts; nothing where a part is no object.
fn together(whole: &AllOf, schemas: &Schemas) -> Option<Object> {
    let mut object = Object::new();
    object.description.clone_from(&whole.description);
    object.examples.clone_from(&whole.examples);
    for part in &whole.items {
        let part = resolve(part, schemas)?;
        object.properties.extend(part.properties.iter().map(|(name, field)| (name.clone(), bare(field))));
        object.required.extend(part.required.iter().cloned());
    }
    object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
    Some(object)
}

/// Without its default: what a change leaves out stays, and a program must not fill it in.
fn bare(field: &RefOr<Schema>) -> RefOr<Schema> {
    let mut field = field.clone();
    match &mut field {
        RefOr::Ref(place) => place.default = None,
        RefOr::T(Schema::Object(object)) => object.default = None,
        RefOr::T(Schema::Array(array)) => array.default = None,
        RefOr::T(Schema::OneOf(either)) => either.default = None,
        RefOr::T(_) => {}
    }
    field
}

fn resolve<'a>(part: &'a RefOr<Schema>, schemas: &'a Schemas) -> Option<&'a Object> {
    let found = match part {
        RefOr::Ref(place) => schemas.get(place.ref_location.rsplit('/').next()?)?,
        object @ RefOr::T(_) => object,
    };
    match found {
        RefOr::T(Schema::Object(object)) => Some(object),
        _ => None,
    }
}
