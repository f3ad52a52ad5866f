//! Every part of the face with sample words, as whole pages: what one looks at before changing how it looks.
//!
//! `cargo run -p dealwright-web --example gallery -- <folder>` writes them; tests render them in every language.

mod board;
mod day;
mod deal;
mod dialogs;
mod form;
mod import;
mod list;
mod parts;
mod quiet;

use jiff::{Timestamp, tz::TimeZone};
use maud::Markup;

use super::{Avatar, Counts, Page, Shell, Theme, layout};
use crate::words::{Lang, Speech};

/// Monday 23 November 2026, half past nine: the morning all samples are about.
const MORNING: i64 = 1_795_426_200;

/// A page of the gallery: its name and what draws it.
pub type Scene = (&'static str, fn(&Speech) -> Page);

/// Every page of the gallery.
pub const SCENES: [Scene; 10] = [
    ("board", board::page),
    ("refused", dialogs::refused),
    ("log-call", dialogs::log_call),
    ("deal", deal::page),
    ("list", list::page),
    ("day", day::page),
    ("form-errors", form::page),
    ("import", import::page),
    ("empty", quiet::empty),
    ("parts", parts::page),
];

/// Someone who reads the gallery.
#[must_use]
pub fn reader(lang: Lang) -> Speech {
    Speech::new(lang, TimeZone::UTC, at(0))
}

/// A scene as a whole document.
#[must_use]
pub fn document(scene: Scene, theme: Theme, speech: &Speech) -> Markup {
    let shell = Shell {
        member: dana(speech),
        theme,
        csrf: "sample".to_owned(),
        counts: Counts { overdue: 3, deals: 64, unread: 2 },
        said: None,
        single_keys: true,
        manages: true,
    };
    layout(&scene.1(speech), &shell, speech)
}

/// An error page before anybody has signed in.
#[must_use]
pub fn error_document(theme: Theme, speech: &Speech) -> Markup {
    quiet::error(theme, speech)
}

/// So many minutes after the morning of the samples.
fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(MORNING + minutes * 60).unwrap_or_default()
}

/// Sample words; real ones live in the locales.
fn say(speech: &Speech, english: &str, russian: &str) -> String {
    match speech.lang {
        Lang::En => english.to_owned(),
        Lang::Ru => russian.to_owned(),
    }
}

fn dana(speech: &Speech) -> Avatar {
    Avatar::of(say(speech, "Dana Whitfield", "Соня Круглова"))
}

fn priya(speech: &Speech) -> Avatar {
    Avatar::of(say(speech, "Priya Nair", "Полина Ненашева"))
}

fn marek(speech: &Speech) -> Avatar {
    Avatar::of(say(speech, "Marek Oduya", "Марат Осипов"))
}
