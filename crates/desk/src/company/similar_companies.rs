//! Companies that may be the same: offered before another is made (seed 000.3).

use sales::fold::{fold, squeeze};
use store::Tx;
use store::rows::search;

use crate::{Look, Result, Scene};

/// Looks for near-duplicates within reach by name, web address or telephone number. Names are compared without legal
/// form, case, spaces and signs: `ООО «Кречет»` is near `Кречет-Юг`, `GTX Pro` is `GTXPro LLC`.
#[derive(Clone, Debug, Default)]
pub struct SimilarCompanies {
    pub name: String,
    pub web: String,
    pub phone: String,
}

/// A company that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub id: i64,
    pub name: String,
}

const MOST: usize = 5;
/// Candidates compared a word: the rest of a word that stands everywhere is not looked at.
const COMPARED: i64 = 50;
/// A shorter name within another says nothing.
const TELLS: usize = 4;
/// Legal forms, folded.
const FORMS: [&str; 24] = [
    "ооо", "оао", "зао", "пао", "нао", "ао", "ип", "чп", "тоо", "llc", "ltd", "limited", "inc", "corp", "co",
    "company", "plc", "gmbh", "ag", "kg", "sa", "srl", "bv", "oy",
];

impl Look for SimilarCompanies {
    type Seen = Vec<Similar>;

    /// The nearest first, five at most.
    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Similar>> {
        let mut near: Vec<(u8, Similar)> = Vec::new();
        let own = core(&self.name);
        for text in fragments(&self.name) {
            for row in search::list(tx, &scene.by.reads, &text, Some("company"), COMPARED)? {
                if let Some(distance) = distance(&own, &core(&row.title)) {
                    near.push((distance, Similar { id: row.record_id, name: row.title }));
                }
            }
        }
        for text in [digits(&self.phone), host(&self.web)].into_iter().flatten() {
            for row in search::list(tx, &scene.by.reads, &text, Some("company"), MOST as i64)? {
                near.push((1, Similar { id: row.record_id, name: row.title }));
            }
        }
        near.sort_by_key(|(distance, similar)| (*distance, similar.id));
        let mut found: Vec<Similar> = Vec::new();
        for (_, similar) in near {
            if found.len() < MOST && found.iter().all(|other| other.id != similar.id) {
                found.push(similar);
            }
        }
        Ok(found)
    }
}

/// The words of a name that are no legal form.
fn words(name: &str) -> Vec<String> {
    let key = fold(name);
    let words = key.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !FORMS.contains(word)).map(str::to_owned).collect()
}

/// The name written together, without its legal form.
fn core(name: &str) -> String {
    squeeze(&words(name).concat())
}

/// What finds candidates: the whole name written together, and its longest word.
fn fragments(name: &str) -> Vec<String> {
    let longest = words(name).into_iter().max_by_key(|word| word.chars().count()).unwrap_or_default();
    let mut fragments = vec![core(name), longest];
    fragments.dedup();
    fragments.retain(|text| text.chars().count() >= 3);
    fragments
}

/// 0 the same, 2 one within the other, none far.
fn distance(one: &str, other: &str) -> Option<u8> {
    let within = |short: &str, long: &str| short.chars().count() >= TELLS && long.contains(short);
    if one == other && !one.is_empty() {
        return Some(0);
    }
    (within(one, other) || within(other, one)).then_some(2)
}

/// A number's digits, if they suffice to tell it.
fn digits(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 7).then_some(digits)
}

/// `kestrel.example` of `https://www.kestrel.example/about`.
fn host(web: &str) -> Option<String> {
    let address = web.split("://").last()?.trim();
    let host = address.split(['/', '?', '#']).next()?.trim_start_matches("www.");
    (host.chars().count() >= TELLS && host.contains('.')).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_legal_form_case_and_signs() {
        assert_eq!(distance(&core("ООО «Кречет»"), &core("кречет")), Some(0));
        assert_eq!(distance(&core("GTX Pro"), &core("GTXPro, LLC")), Some(0));
        assert_eq!(distance(&core("Кречет"), &core("АО Кречет-Юг")), Some(2));
        assert_eq!(distance(&core("Kestrel"), &core("Merlin")), None);
        assert_eq!(distance(&core("ООО"), &core("Ltd.")), None, "forms alone tell nothing");
    }

    #[test]
    fn an_address_is_told_by_its_host() {
        assert_eq!(host("https://www.kestrel.example/about").as_deref(), Some("kestrel.example"));
        assert_eq!(host("none"), None);
    }
}
