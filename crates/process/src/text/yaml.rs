//! From YAML events to nodes. Aliases, tags, bare yes/no and the like are refused (DW101).

use super::{Kind, Node, Report, Spot, both};
use crate::Words;
use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span};

const MAX_BYTES: usize = 1 << 20;
const MAX_DEPTH: usize = 24;
const BARE: [&str; 6] = ["yes", "no", "on", "off", "y", "n"];

/// Parses a text; `None` where it is no YAML of this language.
pub fn parse(text: &str, report: &mut Report) -> Option<Node> {
    let top = Spot { line: 1, column: 1, at: String::new() };
    if text.len() > MAX_BYTES {
        refuse(report, &top, both("The file is larger than 1 MB.", "Файл больше 1 МБ."));
        return None;
    }
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut builder = Builder { parser: Parser::new_from_str_with_options(text, options), report };
    let root = builder.document();
    if root.is_none() && !builder.report.findings.iter().any(|finding| finding.code == "DW101") {
        refuse(report, &top, both("The file is empty.", "Файл пуст."));
    }
    root
}

fn refuse(report: &mut Report, spot: &Spot, says: Words) {
    let hint = both(
        "Plain maps, lists and words; text that YAML would bend goes in quotes.",
        "Простые таблицы, списки и слова; всё, что YAML исказил бы, берите в кавычки.",
    );
    report.blocks("DW101", spot, says, hint);
}

struct Builder<'text, 'report> {
    parser: Parser<'text, serde_saphyr::granit_parser::StrInput<'text>>,
    report: &'report mut Report,
}

impl<'text> Builder<'text, '_> {
    fn document(&mut self) -> Option<Node> {
        let mut root = None;
        loop {
            let (event, span) = self.next("")?;
            match event {
                Event::StreamEnd => return root,
                Event::DocumentStart(..) if root.is_some() => {
                    refuse(
                        self.report,
                        &spot(&span, ""),
                        both("More than one document.", "Больше одного документа."),
                    );
                    return None;
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, &span, String::new(), 0)?),
            }
        }
    }

    fn next(&mut self, at: &str) -> Option<(Event<'text>, Span)> {
        match self.parser.next_event()? {
            Ok(next) => Some(next),
            Err(fault) => {
                let mark = fault.marker();
                let spot = Spot { line: number(mark.line()), column: number(mark.col() + 1), at: at.into() };
                refuse(
                    self.report,
                    &spot,
                    Words::new(
                        format!("Not readable: {}.", fault.info()),
                        format!("Не читается: {}.", fault.info()),
                    ),
                );
                None
            }
        }
    }

    fn node(&mut self, event: Event<'text>, span: &Span, at: String, depth: usize) -> Option<Node> {
        let spot = spot(span, &at);
        if depth > MAX_DEPTH {
            refuse(
                self.report,
                &spot,
                both("Nested deeper than 24 levels.", "Вложенность больше 24 уровней."),
            );
            return None;
        }
        let (anchor, tagged) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => (*anchor, tag.is_some()),
            _ => (1, false),
        };
        if anchor > 0 || tagged {
            refuse(
                self.report,
                &spot,
                both(
                    "Aliases, anchors and tags are not used here.",
                    "Ссылки, якоря и теги здесь не используются.",
                ),
            );
            if matches!(event, Event::Alias(_)) {
                return Some(Node { spot, kind: Kind::List(Vec::new()) });
            }
        }
        let kind = match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, &spot),
            Event::SequenceStart(..) => self.list(&at, depth)?,
            Event::MappingStart(..) => self.map(&at, depth)?,
            _ => return None,
        };
        Some(Node { spot, kind })
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, spot: &Spot) -> Kind {
        let plain = style == ScalarStyle::Plain;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let padded =
            digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plain && BARE.contains(&text.to_ascii_lowercase().as_str()) {
            let says = both(
                format!("Bare {text} may mean true or a word."),
                format!("{text} без кавычек двусмысленно."),
            );
            refuse(self.report, spot, says);
        } else if plain && padded {
            refuse(self.report, spot, both("A number with a leading zero.", "Число с ведущим нулём."));
        }
        Kind::Scalar { text: text.into(), plain }
    }

    fn list(&mut self, at: &str, depth: usize) -> Option<Kind> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next(at)?;
            if event == Event::SequenceEnd {
                return Some(Kind::List(items));
            }
            let inner = join(at, &items.len().to_string());
            items.push(self.node(event, &span, inner, depth + 1)?);
        }
    }

    fn map(&mut self, at: &str, depth: usize) -> Option<Kind> {
        let mut entries: Vec<(String, Spot, Node)> = Vec::new();
        loop {
            let (event, span) = self.next(at)?;
            if event == Event::MappingEnd {
                return Some(Kind::Map(entries));
            }
            let key = self.node(event, &span, at.into(), depth + 1)?;
            let name = key.text().map_or_else(String::new, str::to_owned);
            let inner = join(at, &name);
            let key_spot = Spot { at: inner.clone(), ..key.spot };
            if name.is_empty() {
                refuse(self.report, &key_spot, both("A key must be a word.", "Ключ должен быть словом."));
            }
            if entries.iter().any(|(known, ..)| *known == name) {
                let says = both(format!("{name} is given twice."), format!("{name} указано дважды."));
                self.report.blocks("DW103", &key_spot, says, both("Keep one of them.", "Оставьте одно."));
            }
            let (event, span) = self.next(&inner)?;
            let value = self.node(event, &span, inner, depth + 1)?;
            entries.push((name, key_spot, value));
        }
    }
}

fn join(at: &str, name: &str) -> String {
    if at.is_empty() { name.into() } else { format!("{at}.{name}") }
}

fn spot(span: &Span, at: &str) -> Spot {
    Spot { line: number(span.start.line()), column: number(span.start.col() + 1), at: at.into() }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
