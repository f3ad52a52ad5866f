//! How the document tells of a row.

use std::borrow::Cow;

use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::row::Row;
use crate::api::v1::{activities, companies, deals, notes, people, tasks};

impl PartialSchema for Row {
    fn schema() -> RefOr<Schema> {
        let makes = [
            ("deal", deals::NewDeal::name()),
            ("company", companies::NewCompany::name()),
            ("person", people::NewPerson::name()),
            ("activity", activities::PlannedActivity::name()),
            ("task", tasks::NewTask::name()),
            ("note", notes::NewNote::name()),
        ];
        let sets = [
            ("deal", deals::Fields::name()),
            ("company", companies::Fields::name()),
            ("person", people::Fields::name()),
        ];
        let says = "What is done. `make`: the noun, and the body that a POST to its own address takes. `set`: the fields to \
            set in the record `id`; what is left out stays, and where what stood there is no longer what `was` says, \
            it is refused. `move`: the body that a POST to the deal's `moves` takes.";
        let mut any = OneOfBuilder::new().description(Some(says));
        for (noun, body) in makes {
            any = any.item(closed(verb("make", noun, body)));
        }
        for (noun, body) in sets {
            let was = Ref::from_schema_name(body.clone());
            any = any.item(closed(with_id(verb("set", noun, body)).property("was", was)));
        }
        any.item(closed(with_id(verb("move", "deal", deals::TakeMove::name())))).into()
    }
}

impl ToSchema for Row {
    fn name() -> Cow<'static, str> {
        "BatchRow".into()
    }
}

fn verb(verb: &str, noun: &str, body: Cow<'_, str>) -> ObjectBuilder {
    let noun = ObjectBuilder::new().schema_type(Type::String).enum_values(Some([noun]));
    let row = ObjectBuilder::new().property(verb, noun).required(verb);
    row.property("fields", Ref::from_schema_name(body)).required("fields")
}

fn with_id(row: ObjectBuilder) -> ObjectBuilder {
    row.property("id", <i64 as PartialSchema>::schema()).required("id")
}

fn closed(row: ObjectBuilder) -> ObjectBuilder {
    row.additional_properties(Some(AdditionalProperties::FreeForm(false)))
}
