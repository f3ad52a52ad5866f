//! Addresses as functions: no template spells one.

/// Encodes a value for a query.
pub fn encode(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/');
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if keep(byte) { out.push(char::from(byte)) } else { out.push_str(&format!("%{byte:02X}")) }
        out
    })
}

pub fn deal(id: i64) -> String {
    format!("/deals/{id}")
}

pub fn company(id: i64) -> String {
    format!("/companies/{id}")
}

pub fn person(id: i64) -> String {
    format!("/people/{id}")
}

/// `/deals/42/moves`: taking a move, or asking what it wants.
pub fn moves(deal: i64) -> String {
    format!("/deals/{deal}/moves")
}

pub fn activity(id: i64) -> String {
    format!("/activities/{id}")
}

pub fn task(id: i64) -> String {
    format!("/tasks/{id}")
}

pub fn process(key: &str) -> String {
    format!("/process/{}", encode(key))
}

pub fn import(id: i64) -> String {
    format!("/import/{id}")
}
