//! A reason why rows are to mend: in words, and in an address.

use desk::import::Why;
use intake::ReasonCode;

use crate::words::Speech;

/// `no company and no person · account`
pub fn words(why: &Why, speech: &Speech) -> String {
    let name = speech.t(&format!("import-reason-{}", code(why.code)));
    match &why.column {
        Some(column) => format!("{name} · {column}"),
        None => name,
    }
}

/// `3:client-missing:account`
pub fn written(why: &Why) -> String {
    format!("{}:{}:{}", why.file, code(why.code), why.column.as_deref().unwrap_or_default())
}

/// What [`written`] wrote.
pub fn read(text: &str) -> Option<Why> {
    let mut parts = text.splitn(3, ':');
    let file = parts.next()?.parse().ok()?;
    let code = serde_json::from_value(parts.next()?.into()).ok()?;
    let column = parts.next().filter(|column| !column.is_empty()).map(str::to_owned);
    Some(Why { file, code, column })
}

fn code(code: ReasonCode) -> String {
    let code = serde_json::to_value(code).ok();
    code.as_ref().and_then(|code| code.as_str()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_comes_back_from_its_address() {
        for column in [Some("Close: date".to_owned()), None] {
            let why = Why { file: 3, code: ReasonCode::AmbiguousDate, column };
            assert_eq!(read(&written(&why)), Some(why));
        }
        assert_eq!(read("3:nonsense:x"), None);
        assert_eq!(read(""), None);
    }
}
