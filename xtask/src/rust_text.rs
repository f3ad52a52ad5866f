//! Tells code, strings and comments of a Rust file apart, well enough to search each by itself.

/// A Rust file in three readings that share their line numbers.
pub struct RustText {
    /// The text with comments and the insides of strings blanked.
    pub code: String,
    /// Every string literal with the line (from 1) on which it begins.
    pub strings: Vec<(usize, String)>,
    /// The line of a closing `#[cfg(test)] mod`, from which on all is test; past the end if there is none.
    pub tests_from: usize,
}

impl RustText {
    pub fn read(text: &str) -> Self {
        let mut scan =
            Scan { rest: text, code: String::with_capacity(text.len()), strings: Vec::new(), line: 1 };
        while scan.step() {}
        let tests_from = first_test_line(&scan.code);
        Self { code: scan.code, strings: scan.strings, tests_from }
    }

    /// Lines of code (from 1) outside the file's closing test module.
    pub fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().take_while(|(line, _)| *line < self.tests_from)
    }

    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

fn first_test_line(code: &str) -> usize {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let opens = |at: usize| {
        lines[at] == "#[cfg(test)]"
            && lines[at + 1..]
                .iter()
                .find(|line| !line.starts_with("#["))
                .is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
    };
    (0..lines.len()).find(|at| opens(*at)).map_or(usize::MAX, |at| at + 1)
}

struct Scan<'a> {
    rest: &'a str,
    code: String,
    strings: Vec<(usize, String)>,
    line: usize,
}

impl Scan<'_> {
    /// Takes the next comment, literal or character; false at the end.
    fn step(&mut self) -> bool {
        if self.rest.is_empty() {
            return false;
        }
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment(self.rest));
        } else if let Some((open, hashes)) = self.string_opening() {
            self.string(open, hashes);
        } else if let Some(length) = character(self.rest) {
            self.blank(length);
        } else {
            self.keep(self.rest.chars().next().map_or(0, char::len_utf8));
        }
        true
    }

    fn keep(&mut self, length: usize) {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.code.push_str(taken);
        self.rest = rest;
    }

    fn blank(&mut self, length: usize) {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.code.extend(taken.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }

    /// Length of a string's opening up to its first character, and the hashes of a raw one.
    fn string_opening(&self) -> Option<(usize, Option<usize>)> {
        if self.rest.starts_with('"') {
            return Some((1, None));
        }
        let in_word = self.code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let raw = ["r", "br", "cr"]
            .into_iter()
            .find_map(|prefix| self.rest.strip_prefix(prefix).map(|rest| (prefix, rest)));
        let (prefix, after) = raw.filter(|_| !in_word)?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        after[hashes..].starts_with('"').then_some((prefix.len() + hashes + 1, Some(hashes)))
    }

    fn string(&mut self, open: usize, hashes: Option<usize>) {
        let begins_on = self.line;
        self.keep(open);
        let end = match hashes {
            None => plain_end(self.rest),
            Some(hashes) => {
                let close = format!("\"{}", "#".repeat(hashes));
                self.rest.find(&close).unwrap_or(self.rest.len())
            }
        };
        self.strings.push((begins_on, self.rest[..end].to_owned()));
        self.blank(end);
        self.keep((1 + hashes.unwrap_or(0)).min(self.rest.len()));
    }
}

fn plain_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Length of a character literal at the start of `text`; none for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let mut chars = inside.char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        return inside[2..].find('\'').map(|at| at + 4);
    }
    let (at, second) = chars.next()?;
    (second == '\'').then_some(at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_insides_of_strings_are_no_code() {
        let text = RustText::read("let a = \"todo!()\"; // todo!()\n/* todo!() /* deep */ todo!() */ let b;");
        assert!(!text.code.contains("todo!"));
        assert!(text.code.contains("let b;"));
        assert_eq!(text.strings, [(1, "todo!()".to_owned())]);
    }

    #[test]
    fn a_raw_string_ends_at_its_own_hashes() {
        let text = RustText::read("let a = r#\"say \"no\" \"#;\nlet b = \"x\";");
        assert_eq!(text.strings, [(1, "say \"no\" ".to_owned()), (2, "x".to_owned())]);
    }

    #[test]
    fn a_quote_as_character_opens_no_string() {
        let text = RustText::read("if c == '\"' || c == '\\'' { f::<'a>(\"s\") }");
        assert_eq!(text.strings, [(1, "s".to_owned())]);
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_string() {
        let text = RustText::read(r#"let a = "one \" two";"#);
        assert_eq!(text.strings, [(1, r#"one \" two"#.to_owned())]);
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = RustText::read("let a = \"one\ntwo\";\n// three\nlet b;");
        assert_eq!(text.lines().nth(3), Some((4, "let b;")));
    }

    #[test]
    fn the_closing_test_module_is_not_product() {
        let text = RustText::read("fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n");
        assert_eq!(text.product_lines().count(), 1);
    }
}
