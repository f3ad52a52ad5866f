//! Words in both languages, and the words that typed needs make for themselves.

use super::Reader;
use crate::definition::{FactSpec, Filter, Measure, Reach, Since, Source};
use crate::text::{Keys, Node, Spot, both};
use crate::{Lang, Vocabulary, Words};

impl Reader<'_> {
    /// `{ en: .., ru: .. }`; a language without words is DW105.
    pub fn words(&mut self, node: &Node) -> Words {
        if let Some(text) = node.text() {
            self.one_language(&node.spot, "en", "ru");
            return Words::same(text);
        }
        let Some(keys) = Keys::open(node, &["en", "ru"], &[], self.report) else { return Words::default() };
        let mut text = |key| keys.text(key, self.report).unwrap_or_default().to_owned();
        let words = Words::new(text("en"), text("ru"));
        for (lang, missing) in [("en", words.en.is_empty()), ("ru", words.ru.is_empty())] {
            if missing {
                self.one_language(&node.spot, lang, lang);
            }
        }
        words
    }

    /// Words that must be there.
    pub fn words_or_missing(&mut self, node: Option<&Node>, parent: &Spot, key: &str) -> Words {
        match node {
            Some(node) => self.words(node),
            None => {
                let says = both(format!("{key} is missing."), format!("Не хватает: {key}."));
                let hint =
                    both(format!("{key}: {{ en: .., ru: .. }}"), format!("{key}: {{ en: .., ru: .. }}"));
                self.report.blocks("DW105", parent, says, hint);
                Words::default()
            }
        }
    }

    fn one_language(&mut self, spot: &Spot, first: &str, second: &str) {
        let missing = if first == second { first.into() } else { format!("{first}, {second}") };
        let says = both(format!("Words are missing: {missing}."), format!("Не хватает слов: {missing}."));
        self.report.blocks("DW105", spot, says, both("{ en: .., ru: .. }", "{ en: .., ru: .. }"));
    }
}

/// What a fact counts, in words: "Presentation, done, outcome undecided".
pub fn fact_words(fact: &FactSpec, vocabulary: &Vocabulary) -> Words {
    let mut parts = vec![subject(fact, vocabulary)];
    for filter in &fact.filters {
        parts.extend(filter_words(filter, vocabulary));
    }
    if fact.from == Reach::CompanyTree {
        parts.push(both("of the company and those below it", "компании и всех её частей"));
    }
    if fact.since == Since::Entry {
        parts.push(both("since the stage was entered", "с момента входа на этап"));
    }
    match fact.measure {
        Measure::Latest => parts.insert(0, both("the latest", "последнее")),
        Measure::Earliest => parts.insert(0, both("the earliest", "первое")),
        Measure::None => parts.insert(0, both("none of", "ни одного")),
        Measure::Any | Measure::Count => {}
    }
    let join = |lang: Lang| parts.iter().map(|part| part.get(lang)).collect::<Vec<_>>().join(", ");
    Words::new(join(Lang::En), join(Lang::Ru))
}

fn subject(fact: &FactSpec, vocabulary: &Vocabulary) -> Words {
    let listed = |codes: &[String], terms| {
        let titles: Vec<Words> = codes.iter().map(|code| Vocabulary::title_in(terms, code)).collect();
        let join =
            |lang: Lang, or: &str| titles.iter().map(|title| title.get(lang)).collect::<Vec<_>>().join(or);
        Words::new(join(Lang::En, " or "), join(Lang::Ru, " или "))
    };
    let named = fact.filters.iter().find_map(|filter| match filter {
        Filter::Type(codes) => Some(listed(codes, &vocabulary.activity_types)),
        Filter::Kind(codes) if fact.source == Source::Document => {
            Some(listed(codes, &vocabulary.document_kinds))
        }
        Filter::Kind(codes) => Some(listed(codes, &vocabulary.task_kinds)),
        _ => None,
    });
    match (fact.source, named) {
        (Source::Task, Some(kind)) => both(format!("task: {}", kind.en), format!("задача: {}", kind.ru)),
        (_, Some(kind)) => kind,
        (Source::Activity, None) => both("any activity", "любое действие"),
        (Source::Task, None) => both("any task", "любая задача"),
        (Source::Note, None) => both("note", "заметка"),
        (Source::Document, None) => both("any document", "любой документ"),
        (Source::Deal, None) => both("any deal", "любая сделка"),
        (Source::Contact, None) => both("any contact", "любое контактное лицо"),
    }
}

fn filter_words(filter: &Filter, vocabulary: &Vocabulary) -> Option<Words> {
    Some(match filter {
        Filter::Type(_) | Filter::Kind(_) => return None,
        Filter::Planned(true) => both("planned", "запланировано"),
        Filter::Planned(false) => both("not planned", "не запланировано"),
        Filter::Done(true) => both("done", "проведено"),
        Filter::Done(false) => both("not done", "не проведено"),
        Filter::Open(true) => both("open", "открыто"),
        Filter::Open(false) => both("closed", "закрыто"),
        Filter::Outcome(codes) => {
            let titles: Vec<Words> =
                codes.iter().map(|code| Vocabulary::title_in(&vocabulary.outcomes, code)).collect();
            let join = |lang: Lang| titles.iter().map(|title| title.get(lang)).collect::<Vec<_>>().join(", ");
            both(format!("outcome: {}", join(Lang::En)), format!("итог: {}", join(Lang::Ru)))
        }
        Filter::Process(keys) => {
            both(format!("process {}", keys.join(", ")), format!("процесс {}", keys.join(", ")))
        }
        Filter::Status(keys) if keys.iter().any(|key| key == "active") => both("active", "действующее"),
        Filter::Status(_) => both("not active", "не действующее"),
        Filter::Signed(true) => both("signed", "подписано"),
        Filter::Signed(false) => both("not signed", "не подписано"),
        Filter::FindingsFilled(true) => both("with findings", "с записанными выводами"),
        Filter::FindingsFilled(false) => both("without findings", "без выводов"),
    })
}
