//! The words of a condition.

/// A token and its offset in characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub at: usize,
    pub word: Word,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A name, dotted or not: `deal.amount`.
    Name(String),
    Text(String),
    Number(i64),
    /// An operator or bracket of the subset.
    Sign(&'static str),
}

/// What could not be read, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    pub at: usize,
    pub what: String,
    /// CEL knows it, this language leaves it out on purpose (DW208).
    pub left_out: bool,
}

const SIGNS: [&str; 18] =
    ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", "+", "-", "*", "."];
const LEFT_OUT: [char; 8] = ['?', ':', '/', '%', '{', '}', '=', '~'];

/// Cuts a condition into tokens.
pub fn tokens(text: &str) -> Result<Vec<Token>, Unreadable> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let here = chars[at];
        let (word, next) = if here.is_whitespace() {
            at += 1;
            continue;
        } else if here.is_ascii_digit() {
            number(&chars, at)?
        } else if here.is_alphabetic() || here == '_' {
            name(&chars, at)
        } else if here == '"' || here == '\'' {
            quoted(&chars, at)?
        } else {
            sign(&chars, at)?
        };
        found.push(Token { at, word });
        at = next;
    }
    Ok(found)
}

fn number(chars: &[char], from: usize) -> Result<(Word, usize), Unreadable> {
    let end =
        (from..chars.len()).find(|&i| !chars[i].is_ascii_digit() && chars[i] != '_').unwrap_or(chars.len());
    let digits: String = chars[from..end].iter().filter(|c| **c != '_').collect();
    let fraction = chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit);
    if fraction || chars.get(end).is_some_and(|c| c.is_alphabetic()) {
        return Err(Unreadable { at: from, what: "only whole numbers".into(), left_out: true });
    }
    let value = digits.parse().map_err(|_| Unreadable { at: from, what: digits, left_out: false })?;
    Ok((Word::Number(value), end))
}

fn name(chars: &[char], from: usize) -> (Word, usize) {
    let mut end = from;
    while end < chars.len() {
        let inner_dot =
            chars[end] == '.' && chars.get(end + 1).is_some_and(|c| c.is_alphabetic() || *c == '_');
        if !(chars[end].is_alphanumeric() || chars[end] == '_' || inner_dot) {
            break;
        }
        end += 1;
    }
    (Word::Name(chars[from..end].iter().collect()), end)
}

fn quoted(chars: &[char], from: usize) -> Result<(Word, usize), Unreadable> {
    let mut text = String::new();
    let mut at = from + 1;
    while at < chars.len() && chars[at] != chars[from] {
        if chars[at] == '\\' && at + 1 < chars.len() {
            at += 1;
        }
        text.push(chars[at]);
        at += 1;
    }
    if at >= chars.len() {
        return Err(Unreadable { at: from, what: "text without a closing quote".into(), left_out: false });
    }
    Ok((Word::Text(text), at + 1))
}

fn sign(chars: &[char], at: usize) -> Result<(Word, usize), Unreadable> {
    let found = SIGNS.iter().find(|sign| {
        sign.chars().enumerate().all(|(offset, expected)| chars.get(at + offset) == Some(&expected))
    });
    match found {
        Some(sign) => Ok((Word::Sign(sign), at + sign.len())),
        None => Err(Unreadable { at, what: chars[at].into(), left_out: LEFT_OUT.contains(&chars[at]) }),
    }
}
