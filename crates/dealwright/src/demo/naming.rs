//! What companies and people are called. Every name comes from one pattern of one land.

use super::words::{Land, Words, part};

/// How a company's name is put together: from which lists, in what form, and which of them tells the industry.
struct Pattern {
    lists: &'static [&'static str],
    form: &'static str,
    industry: usize,
}

const fn pattern(lists: &'static [&'static str], form: &'static str, industry: usize) -> Pattern {
    Pattern { lists, form, industry }
}

const PLACE: Pattern = pattern(&["place", "trade"], "{0} {1}", 1);
const FAMILY: Pattern = pattern(&["family", "trade"], "{0} {1}", 1);
const PARTNERS: Pattern = pattern(&["family", "family", "partners"], "{0} & {1} {2}", 2);
const COINED: Pattern = pattern(&["coined", "coined-tail"], "{0} {1}", 1);
const SAINT: Pattern = pattern(&["saint", "saint-of"], "St {0}'s {1}", 1);
const PUBLIC: Pattern = pattern(&["place", "public"], "{0} {1}", 1);
const INN: Pattern = pattern(&["inn", "inn-of"], "The {0} {1}", 1);
const NAMED: Pattern = pattern(&["kind", "named"], "{0} «{1}»", 0);
const OF_TOWN: Pattern = pattern(&["of-town", "of-town-what"], "{0} {1}", 1);
const FIRM: Pattern = pattern(&["family", "partners"], "{0} {1}", 1);

/// The patterns in the order in which they come round: what is common comes oftener.
const ENGLISH: [&Pattern; 11] =
    [&PLACE, &PARTNERS, &COINED, &FAMILY, &SAINT, &PLACE, &INN, &PUBLIC, &COINED, &FAMILY, &PARTNERS];
const RUSSIAN: [&Pattern; 6] = [&NAMED, &OF_TOWN, &NAMED, &FIRM, &NAMED, &NAMED];

/// The nth company name of a land and its industry, no name twice. Names differ in every word from those beside them;
/// once the words have run out a town tells them apart, then a number.
pub fn company(land: Land, nth: u32, seed: u64) -> (String, &'static str) {
    let round: &[&Pattern] = match land {
        Land::English => &ENGLISH,
        Land::Russian => &RUSSIAN,
    };
    let place = nth as usize % round.len();
    let same = |other: &&&Pattern| std::ptr::eq(**other, round[place]);
    let (before, all) = (round[..place].iter().filter(same).count(), round.iter().filter(same).count());
    let of_pattern = (nth as usize / round.len() * all + before) as u64;
    combined(land.words(), land, round[place], of_pattern, seed)
}

fn combined(words: &Words, land: Land, pattern: &Pattern, nth: u64, seed: u64) -> (String, &'static str) {
    let sizes: Vec<u64> = pattern.lists.iter().map(|list| words.list(list).len() as u64).collect();
    let all: u64 = sizes.iter().product();
    // A golden section of all combinations on: the next name differs in every word.
    let stride = (all * 618 / 1000 + 1..).find(|stride| common_divisor(*stride, all) == 1).unwrap_or(1);
    let mut at = ((nth % all) * stride + seed % all) % all;
    let mut name = pattern.form.to_owned();
    let mut industry = "";
    for (place, list) in pattern.lists.iter().enumerate() {
        let line = words.nth(list, (at % sizes[place]) as usize);
        at /= sizes[place];
        name = name.replace(&format!("{{{place}}}"), part(line, 0));
        if place == pattern.industry {
            industry = part(line, 1);
        }
    }
    (told_apart(words, land, name, (nth / all) as usize), industry)
}

/// "Calder Timber", "Calder Timber of Leeds", "Calder Timber of Leeds 2".
fn told_apart(words: &Words, land: Land, name: String, round: usize) -> String {
    let Some(round) = round.checked_sub(1) else { return name };
    let towns = words.list("town").len().max(1);
    let town = words.nth("town", round);
    let name = match land {
        Land::English => format!("{name} of {town}"),
        Land::Russian => format!("{name}, {town}"),
    };
    match round / towns {
        0 => name,
        again => format!("{name} {}", again + 1),
    }
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

/// A person of a given and a family name by their numbers; a Russian family name takes the form of the given one.
pub fn person(land: Land, given: usize, family: usize) -> String {
    let words = land.words();
    let (given, family) = (words.nth("given", given), words.nth("family", family));
    let form = usize::from(given.contains(" | "));
    format!("{} {}", part(given, 0), part(family, form))
}

/// As it may stand in an address: Latin letters, digits and hyphens.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            '\'' | '’' | 'ъ' | 'ь' => {}
            'а'..='я' | 'ё' => slug.push_str(latin(letter)),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn latin(letter: char) -> &'static str {
    const LATIN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    match letter {
        'ё' => "e",
        _ => (letter as usize)
            .checked_sub('а' as usize)
            .and_then(|at| LATIN.get(at))
            .copied()
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_companies_share_a_name_and_each_has_its_industry() {
        for land in [Land::English, Land::Russian] {
            let named: Vec<_> = (0..60_000).map(|nth| company(land, nth, 7)).collect();
            let once: BTreeSet<_> = named.iter().map(|(name, _)| name).collect();
            assert_eq!(once.len(), named.len(), "{land:?}");
            assert!(named.iter().all(|(name, industry)| !industry.is_empty() && !name.contains('{')));
        }
    }

    #[test]
    fn names_beside_each_other_are_of_several_kinds() {
        let last_words: BTreeSet<String> = (0..40)
            .filter_map(|nth| company(Land::English, nth, 1).0.split(' ').next_back().map(str::to_owned))
            .collect();
        assert!(last_words.len() > 25, "{last_words:?}");
    }

    #[test]
    fn a_family_name_takes_the_form_of_the_given_one() {
        assert_eq!(person(Land::Russian, 0, 0), "Алексей Агеев");
        assert_eq!(person(Land::Russian, 1, 0), "Алина Агеева");
    }

    #[test]
    fn an_address_is_written_in_latin() {
        assert_eq!(slug("Пекарня «Огонёк», Орёл"), "pekarnya-ogonek-orel");
        assert_eq!(slug("St Aidan's & Sons"), "st-aidans-sons");
    }
}
