//! What parts the values of a row.

use serde::{Deserialize, Serialize};

/// A delimiter by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

/// How many lines are looked at to find the delimiter out.
const LOOK: usize = 50;

impl Delimiter {
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    /// The sign itself.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// The sign that cuts the header into most columns and the rows into as many.
    pub(super) fn detect(text: &str) -> Self {
        let mut best = (0, Self::Comma);
        for delimiter in Self::ALL {
            let score = score(text, delimiter);
            if score > best.0 {
                best = (score, delimiter);
            }
        }
        best.1
    }
}

fn score(text: &str, delimiter: Delimiter) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut widths = reader.records().take(LOOK).map_while(|record| record.ok().map(|r| r.len()));
    let Some(width) = widths.next().filter(|width| *width > 1) else { return 0 };
    let (mut rows, mut alike) = (0, 0);
    for row in widths {
        rows += 1;
        alike += usize::from(row == width);
    }
    let share = (alike * 100).checked_div(rows).unwrap_or(100);
    share * 100 + width.min(99)
}

/// Excel's own first line, `sep=;`: the delimiter and the rest of the text.
pub(super) fn announced(text: &str) -> Option<(Delimiter, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let delimiter = Delimiter::ALL.into_iter().find(|d| rest.as_bytes().first() == Some(&d.byte()))?;
    let rest = rest.get(1..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    Some((delimiter, rest))
}

#[cfg(test)]
mod tests {
    use super::Delimiter;

    #[test]
    fn decimal_commas_do_not_hide_the_semicolon() {
        assert_eq!(Delimiter::detect("a;b;c\n1,5;2,5;3\n1,5;2;3\n"), Delimiter::Semicolon);
    }

    #[test]
    fn delimiters_in_quotes_are_not_counted() {
        assert_eq!(Delimiter::detect("a|b\n\"1,2,3\"|\"x;y\"\n"), Delimiter::Bar);
    }
}
