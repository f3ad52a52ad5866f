//! A stage as a box: its words cut into lines, and the size they take.

use super::ChartBox;
use crate::definition::{Span, Stage};
use crate::{Lang, Words};
use serde::Serialize;

/// Height of a line of text.
pub(super) const LINE: i32 = 16;
const NARROWEST: i32 = 92;
const PAD: i32 = 20;
/// Twice the width of a letter on the average, of a title and of a note.
const TWO_TITLE_LETTERS: i32 = 17;
const TWO_NOTE_LETTERS: i32 = 13;
/// A longer word is cut.
const LONGEST: usize = 22;

/// How the words of boxes are cut: as few lines as can be, or as narrow boxes as can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Wide,
    Narrow,
}

/// Words cut into lines, in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lines {
    pub en: Vec<String>,
    pub ru: Vec<String>,
}

impl Lines {
    pub fn get(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }

    fn longest(&self) -> i32 {
        let letters = self.en.iter().chain(&self.ru).map(|line| line.chars().count()).max();
        i32::try_from(letters.unwrap_or(0)).unwrap_or(0)
    }

    fn count(&self) -> i32 {
        i32::try_from(self.en.len().max(self.ru.len())).unwrap_or(0)
    }
}

/// A box at the origin, as wide as its words and as high as its lines.
pub(super) fn boxed(stage: &Stage, cut: Cut) -> ChartBox {
    let title = title(&stage.title, cut);
    let note = note(stage, cut);
    let wanted = (title.longest() * TWO_TITLE_LETTERS).max(note.longest() * TWO_NOTE_LETTERS) / 2 + PAD;
    ChartBox {
        key: stage.key.clone(),
        x: 0,
        y: 0,
        w: wanted.max(NARROWEST),
        h: (title.count() + note.count()) * LINE + PAD,
        title,
        note,
        ends: stage.ends,
    }
}

fn title(words: &Words, cut: Cut) -> Lines {
    let letters = if cut == Cut::Wide { LONGEST } else { LONGEST / 2 };
    let (en, ru) = match (words.en.as_str(), words.ru.as_str()) {
        ("", ru) => (ru, ru),
        (en, "") => (en, en),
        both => both,
    };
    Lines { en: wrapped(en, letters), ru: wrapped(ru, letters) }
}

/// Lines of so many letters where words allow it; of three lines the last tells that more follows.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = clipped(word, LONGEST);
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        lines[2].push('…');
    }
    lines
}

fn clipped(word: &str, letters: usize) -> String {
    if word.chars().count() <= letters {
        return word.to_owned();
    }
    word.chars().take(letters - 1).chain(['…']).collect()
}

fn note(stage: &Stage, cut: Cut) -> Lines {
    let say = |lang: Lang| {
        let parts = parts(stage, lang);
        if cut == Cut::Wide { vec![parts.join(" · ")] } else { parts }
    };
    Lines { en: say(Lang::En), ru: say(Lang::Ru) }
}

fn parts(stage: &Stage, lang: Lang) -> Vec<String> {
    let one = |en: String, ru: String| if lang == Lang::En { en } else { ru };
    if stage.ends.is_some() {
        return vec![one("ends".into(), "конец".into())];
    }
    // No chance is told of what is no sale.
    let chance = (stage.probability > 0).then(|| format!("{} %", stage.probability));
    let mut parts: Vec<String> = chance.into_iter().collect();
    if stage.never_skip {
        parts.push(one("never skipped".into(), "обязателен".into()));
    } else if let Some(Span::WorkingDays(days) | Span::Days(days)) = stage.rots_after {
        parts.push(one(format!("rots {days} d"), format!("срок {days} дн.")));
    }
    parts
}
