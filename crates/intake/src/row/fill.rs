//! What a field holds where its column has nothing.

use crate::{mapping::Fill, target::Kind};

/// A field's fill, bound to the slots of a row.
#[derive(Default)]
pub(super) struct FillPlan<'m> {
    pub(super) value: Option<&'m str>,
    pub(super) template: Option<Template<'m>>,
    pub(super) missing: Vec<Missing<'m>>,
}

/// One thing to try where a row has nothing.
pub(super) enum Missing<'m> {
    DayOfImport,
    ListPrice,
    /// The same value as another slot's.
    Copy(usize),
    Template(Template<'m>),
    Value(&'m str),
}

impl<'m> FillPlan<'m> {
    pub(super) fn bind(fill: &'m Fill, kind: Kind, names: &[&'static str]) -> Self {
        let missing = fill.when_missing.iter().flat_map(|many| many.iter());
        Self {
            value: fill.value.as_deref(),
            template: fill.template.as_deref().map(|text| Template::bind(text, names)),
            missing: missing.map(|text| Missing::bind(text, kind, names)).collect(),
        }
    }
}

impl<'m> Missing<'m> {
    fn bind(text: &'m str, kind: Kind, names: &[&'static str]) -> Self {
        match (text, kind) {
            ("day_of_import", Kind::Date) => return Self::DayOfImport,
            ("list_price", Kind::Money) => return Self::ListPrice,
            _ if !text.contains('{') => return Self::Value(text),
            _ => {}
        }
        let template = Template::bind(text, names);
        match (template.0.as_slice(), kind) {
            ([Piece::Slot(slot)], Kind::Date | Kind::Money) => Self::Copy(*slot),
            _ => Self::Template(template),
        }
    }
}

/// Text with fields in braces.
pub(super) struct Template<'m>(Vec<Piece<'m>>);

enum Piece<'m> {
    Text(&'m str),
    Slot(usize),
    /// A field that the file does not fill.
    Nothing,
}

impl<'m> Template<'m> {
    /// Text as `Ok`, names in braces as `Err`.
    pub(super) fn pieces(text: &str) -> impl Iterator<Item = Result<&str, &str>> {
        let mut rest = text;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            if let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
                rest = after;
                return Some(Err(name));
            }
            let end = rest.get(1..).and_then(|_| rest.char_indices().skip(1).find(|(_, c)| *c == '{'));
            let (piece, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            rest = after;
            Some(Ok(piece))
        })
    }

    fn bind(text: &'m str, names: &[&'static str]) -> Self {
        let piece = |piece| match piece {
            Ok(text) => Piece::Text(text),
            Err(name) => names.iter().position(|n| *n == name).map_or(Piece::Nothing, Piece::Slot),
        };
        Self(Self::pieces(text).map(piece).collect())
    }

    /// The text with the slots' texts put in; nothing if one of them is empty.
    pub(super) fn fill<'t>(&self, text_of: impl Fn(usize) -> Option<&'t str>) -> Option<String> {
        let mut out = String::new();
        for piece in &self.0 {
            out.push_str(match piece {
                Piece::Text(text) => text,
                Piece::Slot(slot) => text_of(*slot)?,
                Piece::Nothing => return None,
            });
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn a_template_with_an_empty_field_gives_nothing() {
        let template = Template::bind("{product} for {company}", &["company", "product"]);
        let texts = [Some("Acme"), Some("GTX Pro")];
        assert_eq!(template.fill(|slot| texts[slot]).as_deref(), Some("GTX Pro for Acme"));
        assert_eq!(template.fill(|slot| texts[slot].filter(|_| slot == 1)), None);
    }

    #[test]
    fn a_brace_that_is_never_closed_is_text() {
        assert_eq!(Template::bind("a {b", &[]).fill(|_| None).as_deref(), Some("a {b"));
        assert_eq!(Template::bind("{", &[]).fill(|_| None).as_deref(), Some("{"));
        assert_eq!(Template::bind("ё{", &[]).fill(|_| None).as_deref(), Some("ё{"));
    }
}
