//! A quote that is opened and never closed swallows the rest of a file.

/// The line on which a quoted value begins that never ends.
pub(super) fn unclosed_quote(text: &str, delimiter: u8) -> Option<u64> {
    let mut line = 1;
    let mut opened = 0;
    let mut at = At::Start;
    for byte in text.bytes() {
        at = match (at, byte) {
            (At::Start, b'"') => {
                opened = line;
                At::Quoted
            }
            (At::Quoted, b'"') => At::Closing,
            (At::Closing, b'"') => At::Quoted,
            (At::Quoted, _) => At::Quoted,
            (_, b'\n' | b'\r') => At::Start,
            (_, byte) if byte == delimiter => At::Start,
            _ => At::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    matches!(at, At::Quoted).then_some(opened)
}

#[derive(Clone, Copy)]
enum At {
    Start,
    Plain,
    Quoted,
    /// Behind a quote in a quoted value: its end, or the first of two that stand for one.
    Closing,
}

#[cfg(test)]
mod tests {
    use super::unclosed_quote;

    #[test]
    fn the_line_of_the_open_quote_is_named() {
        assert_eq!(unclosed_quote("a,b\n1,\"x\ny\"\n2,\"cut", b','), Some(4));
        assert_eq!(unclosed_quote("a,b\n1,\"he said \"\"no\"\"\"\n", b','), None);
        assert_eq!(unclosed_quote("size\n5\" wide\n", b','), None);
    }
}
