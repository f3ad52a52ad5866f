//! Sentences stay in step, and figures read as people write them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use jiff::{Timestamp, tz::TimeZone};

use super::{Lang, Lateness, Speech};

fn speech(lang: Lang) -> Speech {
    let zone = TimeZone::get("Europe/London").unwrap();
    Speech::new(lang, zone, "2026-11-23T09:30:00Z".parse().unwrap())
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn money_is_written_in_full_to_the_minor_unit() {
    let (en, ru) = (speech(Lang::En), speech(Lang::Ru));
    assert_eq!(en.money(1_840_000, "GBP"), "£18,400");
    assert_eq!(en.money(1_840_050, "GBP"), "£18,400.50");
    assert_eq!(en.money(-500, "USD"), "\u{2212}$5");
    assert_eq!(en.money(1_840, "JPY"), "¥1,840");
    assert_eq!(plain(&en.money(5_000, "CHF")), "CHF 50");
    assert_eq!(plain(&ru.money(1_751_196, "RUB")), "17 511,96 ₽");
}

#[test]
fn a_card_shows_millions_in_three_figures() {
    let (en, ru) = (speech(Lang::En), speech(Lang::Ru));
    assert_eq!(en.money_short(1_840_049, "GBP"), "£18,400");
    assert_eq!(en.money_short(180_000_000, "GBP"), "£1.8m");
    assert_eq!(en.money_brief(67_460_000, "GBP"), "£675k");
    assert_eq!(en.money_brief(1_793_500, "GBP"), "£17.9k");
    assert_eq!(en.money_brief(999_900, "GBP"), "£9,999");
    assert_eq!(plain(&ru.money_brief(67_460_000, "RUB")), "674 600 ₽");
    assert_eq!(en.money_short(250_000_000_000, "GBP"), "£2.5bn");
    assert_eq!(plain(&ru.money_short(184_000_000, "RUB")), "1,84 млн ₽");
    assert_eq!(plain(&ru.money_short(1_205_000_000, "RUB")), "12,1 млн ₽");
}

#[test]
fn days_are_said_as_people_say_them() {
    let (en, ru) = (speech(Lang::En), speech(Lang::Ru));
    assert_eq!(en.when(at("2026-11-23T14:30:00Z")), "Today 14:30");
    assert_eq!(en.day(date(2026, 11, 24)), "Tue 24 Nov");
    assert_eq!(en.day(date(2026, 12, 1)), "1 Dec");
    assert_eq!(en.day(date(2027, 3, 31)), "31 Mar 2027");
    assert_eq!(ru.day(date(2026, 11, 24)), "вт 24 нояб.");
    assert_eq!(ru.when(at("2026-11-23T14:30:00Z")), "Сегодня 14:30");
    assert_eq!(ru.day_full(date(2026, 11, 24)), "вторник, 24 ноября 2026 г.");
    assert_eq!(en.span(at("2026-11-24T10:00:00Z"), at("2026-11-24T12:00:00Z")), "Tue 24 Nov, 10:00 to 12:00");
}

#[test]
fn a_day_belongs_to_the_zone_of_its_reader() {
    let mut reader = speech(Lang::En);
    reader.zone = TimeZone::get("Asia/Vladivostok").unwrap();
    assert_eq!(reader.when(at("2026-11-23T14:30:00Z")), "Tue 24 Nov, 00:30");
}

#[test]
fn lateness_is_counted_in_the_plurals_of_the_language() {
    let (en, ru) = (speech(Lang::En), speech(Lang::Ru));
    let two_days_ago = at("2026-11-21T16:00:00Z");
    assert_eq!(en.lateness(two_days_ago), Lateness::Days(2));
    assert_eq!(en.late_or_when(two_days_ago), "2 days late");
    assert_eq!(en.late_or_when(at("2026-11-22T16:00:00Z")), "1 day late");
    assert_eq!(en.late_or_when(at("2026-11-23T08:00:00Z")), "1 hour late");
    assert_eq!(ru.late_or_when(two_days_ago), "2 дня назад");
    assert_eq!(ru.late_or_when(at("2026-11-18T16:00:00Z")), "5 дней назад");
    assert_eq!(ru.late_or_when(at("2026-11-02T16:00:00Z")), "21 день назад");
}

#[test]
fn the_language_comes_from_what_the_browser_accepts() {
    assert_eq!(Lang::accepted("de-DE,ru;q=0.8,en;q=0.5"), Lang::Ru);
    assert_eq!(Lang::accepted("fr"), Lang::En);
}

#[test]
fn every_sentence_exists_in_both_languages_with_the_same_arguments() {
    assert_eq!(sentences(Lang::En), sentences(Lang::Ru));
}

#[test]
fn every_sentence_the_sources_ask_for_exists() {
    let known = sentences(Lang::En);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let missing: Vec<String> = files(&root, "rs")
        .iter()
        .flat_map(|path| asked_for(&fs::read_to_string(path).unwrap()))
        .filter(|key| !known.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "no such sentence: {missing:?}");
}

/// Keys of a language with the arguments each uses.
fn sentences(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.tag());
    let mut found = BTreeMap::new();
    for path in files(&folder, "ftl") {
        let mut current: Option<String> = None;
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| is_key(key)) {
                let fresh = found.insert(key.to_owned(), BTreeSet::new()).is_none();
                assert!(fresh, "{key} is said twice in {}", lang.tag());
                current = Some(key.to_owned());
            }
            if let Some(key) = &current {
                found.get_mut(key).unwrap().extend(arguments(line));
            }
        }
    }
    found
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn arguments(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('$').skip(1).map(|rest| {
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
    })
}

fn asked_for(source: &str) -> Vec<String> {
    [".t(\"", ".t_with(\"", ".t_with(\n"]
        .iter()
        .flat_map(|call| source.split(call).skip(1))
        .filter_map(|rest| rest.trim_start().trim_start_matches('"').split('"').next())
        .filter(|key| is_key(key))
        .map(str::to_owned)
        .collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path, extension) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect()
}
