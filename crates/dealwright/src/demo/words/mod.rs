//! The words that a made-up company is told with: lists by name, one file a language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::dice::Dice;

/// Which half of the made-up company something belongs to. Each keeps to one language and one alphabet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Land {
    #[default]
    English,
    Russian,
}

/// Lists of a land's words by their names.
pub struct Words(HashMap<&'static str, Vec<&'static str>>);

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("en.txt")));
static RUSSIAN: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("ru.txt")));

impl Land {
    pub fn words(self) -> &'static Words {
        match self {
            Land::English => &ENGLISH,
            Land::Russian => &RUSSIAN,
        }
    }

    pub fn other(self) -> Land {
        match self {
            Land::English => Land::Russian,
            Land::Russian => Land::English,
        }
    }
}

impl Words {
    fn read(text: &'static str) -> Words {
        let mut lists: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut list = "";
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => list = name,
                None => lists.entry(list).or_default().push(line),
            }
        }
        Words(lists)
    }

    pub fn list(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The first of a list, for lists of one.
    pub fn one(&self, name: &str) -> &'static str {
        self.list(name).first().copied().unwrap_or_default()
    }

    pub fn pick(&self, name: &str, dice: &mut Dice) -> &'static str {
        dice.pick(self.list(name))
    }

    /// The nth, from the start again behind the end.
    pub fn nth(&self, name: &str, nth: usize) -> &'static str {
        let list = self.list(name);
        list.get(nth % list.len().max(1)).copied().unwrap_or_default()
    }
}

/// The nth part of a line whose parts a bar divides; the last one where there are fewer.
pub fn part(line: &'static str, nth: usize) -> &'static str {
    let mut parts = line.split(" | ");
    parts.nth(nth).or_else(|| line.rsplit(" | ").next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Lists that name companies, each land in its own way.
    const NAMING: [&str; 14] = [
        "coined",
        "coined-tail",
        "inn",
        "inn-of",
        "kind",
        "named",
        "of-town",
        "of-town-what",
        "partners",
        "place",
        "public",
        "saint",
        "saint-of",
        "trade",
    ];

    #[test]
    fn both_lands_know_the_same_lists() {
        let names = |land: Land| -> BTreeSet<&str> {
            land.words().0.keys().copied().filter(|name| !NAMING.contains(name)).collect()
        };
        assert_eq!(names(Land::English), names(Land::Russian));
        assert!(names(Land::English).len() > 30);
    }

    #[test]
    fn no_list_holds_a_line_twice() {
        for land in [Land::English, Land::Russian] {
            for (name, lines) in &land.words().0 {
                let once: BTreeSet<_> = lines.iter().collect();
                assert_eq!(once.len(), lines.len(), "{name}");
            }
        }
    }

    #[test]
    fn each_land_keeps_to_its_alphabet() {
        let cyrillic =
            |letter: char| ('а'..='я').contains(&letter.to_ascii_lowercase()) || "ёЁ".contains(letter);
        for list in ENGLISH.0.values().flatten() {
            assert!(!list.chars().any(cyrillic), "{list}");
        }
        for name in ["sellers", "given", "family", "kind", "named", "town", "street", "chief", "staff"] {
            for line in RUSSIAN.list(name) {
                assert!(!line.chars().any(|letter| letter.is_ascii_alphabetic()), "{line}");
            }
        }
    }

    #[test]
    fn a_part_that_is_not_there_is_the_last() {
        assert_eq!((part("Агеев | Агеева", 1), part("Frank", 1)), ("Агеева", "Frank"));
    }
}
