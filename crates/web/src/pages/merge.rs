//! Two who edit one record at once: what each has changed stands, and only what both have changed is asked about.
//!
//! A form carries what stood in it when it was opened. Against that it is told what its sender changed, and what somebody
//! else has changed meanwhile.

mod asked;

pub use asked::{Asked, first};

use crate::posted::Form;

/// The hidden control that holds the form as it was opened.
const WAS: &str = "was";
const VERSION: &str = "version";

/// What is changed as one: a control, or several that mean something together only.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The sentence that names it.
    pub label: &'static str,
    /// Its controls. One that ends in `-` stands for all that go on with a number: `role-0`, `role-1`.
    pub controls: &'static [&'static str],
    /// They come in rows, of which those without the first control are empty.
    pub in_rows: bool,
    /// What events call it.
    pub fields: &'static [&'static str],
}

impl Part {
    pub const fn one(
        label: &'static str,
        controls: &'static [&'static str],
        fields: &'static [&'static str],
    ) -> Part {
        Part { label, controls, in_rows: false, fields }
    }

    pub const fn rows(
        label: &'static str,
        controls: &'static [&'static str],
        fields: &'static [&'static str],
    ) -> Part {
        Part { label, controls, in_rows: true, fields }
    }

    /// Its values, row by row.
    fn rows_of<'a>(&self, form: &'a Form) -> Vec<Vec<String>> {
        let columns: Vec<Vec<&'a str>> = self.controls.iter().map(|control| values(form, control)).collect();
        let count = if self.in_rows { columns.iter().map(Vec::len).max().unwrap_or(0) } else { 1 };
        let cell = |column: &Vec<&str>, row: usize| {
            column.get(row).copied().unwrap_or_default().trim().replace("\r\n", "\n")
        };
        let rows = (0..count).map(|row| columns.iter().map(|column| cell(column, row)).collect::<Vec<_>>());
        rows.filter(|row| !self.in_rows || row.first().is_some_and(|key| !key.is_empty())).collect()
    }

    /// Puts what stands in `from` in the place of what stands in `form`.
    fn take(&self, form: &mut Form, from: &Form) {
        let is_own = |name: &str| self.controls.iter().any(|control| is_of(name, control));
        form.0.retain(|(name, _)| !is_own(name));
        form.0.extend(from.0.iter().filter(|(name, _)| is_own(name)).cloned());
    }
}

fn is_of(name: &str, control: &str) -> bool {
    match name.strip_prefix(control) {
        Some("") => true,
        Some(number) => control.ends_with('-') && number.bytes().all(|byte| byte.is_ascii_digit()),
        None => false,
    }
}

fn values<'a>(form: &'a Form, control: &str) -> Vec<&'a str> {
    let own = form.0.iter().filter(|(name, _)| is_of(name, control));
    let mut values: Vec<(usize, &str)> = own
        .enumerate()
        .map(|(at, (name, value))| (name[control.len()..].parse().unwrap_or(at), value.as_str()))
        .collect();
    values.sort_by_key(|(at, _)| *at);
    values.into_iter().map(|(_, value)| value).collect()
}

/// A form over what stands now.
#[derive(Debug)]
pub struct Merged {
    /// What was typed, and where nothing was, what stands.
    pub form: Form,
    /// What both have changed, and not to the same.
    pub asked: Vec<&'static Part>,
    /// Whether something of others' was taken over.
    pub keeps_others: bool,
}

impl Merged {
    /// The sentence when it was saved.
    pub fn said(&self) -> &'static str {
        if self.keeps_others { "said-saved-with-others" } else { "said-saved" }
    }
}

/// The form of a record as it is opened: it carries along what stands in it.
#[must_use]
pub fn opened(form: Form) -> Form {
    let plain: Vec<&(String, String)> =
        form.0.iter().filter(|(name, _)| name != WAS && name != VERSION).collect();
    let was = serde_json::to_string(&plain).unwrap_or_default();
    let mut form = form;
    form.0.retain(|(name, _)| name != WAS);
    form.0.push((WAS.to_owned(), was));
    form
}

/// Lays what was typed over what stands. Saved again, what was asked about is meant.
#[must_use]
pub fn merge(parts: &'static [Part], typed: &Form, stands: &Form) -> Merged {
    let was = was(typed, stands);
    let mut merged = Merged { form: typed.clone(), asked: Vec::new(), keeps_others: false };
    for part in parts {
        let (typed, stands_so) = (part.rows_of(typed), part.rows_of(stands));
        let was = was.as_ref().map(|was| part.rows_of(was));
        if typed == stands_so || was.as_ref() == Some(&stands_so) {
            continue;
        }
        if was.as_ref() == Some(&typed) {
            part.take(&mut merged.form, stands);
            merged.keeps_others = true;
        } else {
            merged.asked.push(part);
        }
    }
    let over = opened(Form(stands.0.clone()));
    let carried = [(WAS, over.text(WAS)), (VERSION, stands.text(VERSION))];
    merged.form.0.retain(|(name, _)| name != WAS && name != VERSION);
    merged.form.0.extend(carried.map(|(name, value)| (name.to_owned(), value.to_owned())));
    merged
}

/// The form as it was opened. One that does not carry it is taken for what stands, unless it names another version.
fn was(typed: &Form, stands: &Form) -> Option<Form> {
    let carried = typed.filled(WAS).and_then(|was| serde_json::from_str(was).ok()).map(Form);
    let is_same = typed.filled(VERSION).is_none_or(|version| version == stands.text(VERSION));
    carried.or_else(|| is_same.then(|| stands.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: &[Part] = &[
        Part::one("field-name", &["name"], &["name"]),
        Part::one("field-amount", &["amount", "currency"], &["amount"]),
        Part::one("field-currency", &["currency"], &["currency"]),
        Part::rows("field-posts", &["company-", "role-"], &["posts"]),
    ];

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn before() -> Form {
        form(&[
            ("name", "Racks"),
            ("amount", "100"),
            ("currency", "EUR"),
            ("company-0", "Works"),
            ("role-0", "head"),
        ])
    }

    /// The form of before with these controls typed over.
    fn over(form: &Form, pairs: &[(&str, &str)]) -> Form {
        let mut form = form.clone();
        for (name, value) in pairs {
            form.0.retain(|(known, _)| known != name);
            form.0.push(((*name).to_owned(), (*value).to_owned()));
        }
        form
    }

    fn asked(typed: &[(&str, &str)], stands: &[(&str, &str)]) -> (Vec<&'static str>, Form) {
        let typed = over(&opened(before()), typed);
        let merged = merge(PARTS, &typed, &over(&before(), stands));
        (merged.asked.iter().map(|part| part.label).collect(), merged.form)
    }

    #[test]
    fn who_changed_different_fields_both_get_their_way() {
        let (asked, merged) = asked(&[("name", "Wi-Fi")], &[("role-0", "director"), ("amount", "200")]);
        assert_eq!(asked, Vec::<&str>::new());
        assert_eq!(
            (merged.text("name"), merged.text("amount"), merged.text("role-0")),
            ("Wi-Fi", "200", "director")
        );
    }

    #[test]
    fn the_same_field_is_asked_about_unless_both_made_it_the_same() {
        assert_eq!(asked(&[("name", "Wi-Fi")], &[("name", "Cables")]).0, ["field-name"]);
        assert_eq!(asked(&[("name", "Wi-Fi")], &[("name", "Wi-Fi")]).0, Vec::<&str>::new());
    }

    #[test]
    fn saved_again_it_is_meant() {
        let typed = over(&opened(before()), &[("name", "Wi-Fi")]);
        let stands = over(&before(), &[("name", "Cables")]);
        let first = merge(PARTS, &typed, &stands);
        let second = merge(PARTS, &first.form, &stands);
        assert_eq!((second.asked.len(), second.form.text("name")), (0, "Wi-Fi"));
    }

    #[test]
    fn a_sum_typed_in_one_currency_does_not_become_one_of_another() {
        assert_eq!(asked(&[("amount", "120")], &[("currency", "USD")]).0, ["field-amount"]);
    }

    #[test]
    fn rows_that_stand_empty_say_nothing() {
        let (asked, _) = asked(&[("company-1", ""), ("role-1", "")], &[("name", "Cables")]);
        assert_eq!(asked, Vec::<&str>::new());
    }

    #[test]
    fn a_form_that_tells_only_its_version_is_asked_about_all_that_differs() {
        let stands = over(&before(), &[("version", "2")]);
        let late = merge(PARTS, &over(&before(), &[("version", "1"), ("name", "Wi-Fi")]), &stands);
        assert_eq!(late.asked.len(), 1);
        assert_eq!(late.form.text("version"), "2");
        let timely = merge(PARTS, &over(&before(), &[("version", "2"), ("name", "Wi-Fi")]), &stands);
        assert_eq!((timely.asked.len(), timely.form.text("name")), (0, "Wi-Fi"));
    }
}
