//! Headers that requests of a kind share.

use utoipa::openapi::ObjectBuilder;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::Type;

use crate::api::v1::repeat::KEY_MOST;

/// Visible letters of ASCII but the quotation mark; spaces only within.
const KEY: &str = "^[!#-~]([ !#-~]*[!#-~])?$";
/// As answers give it.
const ETAG: &str = "^\"[0-9]{1,18}(\\.[0-9a-f]{16})?\"$";

/// Every write takes a key.
pub fn may_be_sent_again(write: &mut Operation) {
    let key = ObjectBuilder::new().min_length(Some(1)).max_length(Some(KEY_MOST)).pattern(Some(KEY));
    let says = "A text of your own for this request, such as a UUID. Sent again within 24 hours with the same body, the \
        first answer comes back and nothing is done twice; with another body it is refused (422 `key-reused`), and \
        while the first is being done, too (409 `in-flight`)";
    add(write, "Idempotency-Key", key, says);
}

/// Every change of fields may be bound to what was read.
pub fn has_condition(patch: &mut Operation) {
    let tag = ObjectBuilder::new().pattern(Some(ETAG));
    let says =
        "The ETag that was read. Either this or `version` in the body is needed (428 `version-required`)";
    add(patch, "If-Match", tag, says);
}

fn add(operation: &mut Operation, name: &str, schema: ObjectBuilder, says: &str) {
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .schema(Some(schema.schema_type(Type::String)))
        .description(Some(says));
    operation.parameters.get_or_insert_default().push(header.build().into());
}
