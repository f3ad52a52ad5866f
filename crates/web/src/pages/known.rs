//! The installation's words: titles of maintained lists, and names of members.

use desk::member::{MemberChoices, MemberName};
use desk::settings::{ChoiceRow, ListChoices};
use process::Words;

use crate::app::App;
use crate::ui::{Choice, Icon};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

/// Lists and members, read once for a page.
pub struct Known {
    choices: Vec<Entry>,
    members: Vec<(i64, String)>,
}

struct Entry {
    list: String,
    key: String,
    title: String,
    retired: bool,
}

impl Known {
    /// Reads them; `kept` are members that a record names already.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn load(app: &App, visitor: &Visitor, kept: Vec<i64>) -> desk::Result<Known> {
        let seen = app.desk.read(visitor.actor(), Known::asked(kept)).await?;
        Ok(Known::of(seen, visitor))
    }

    /// What to look at for them, on a page that looks at more.
    pub fn asked(kept: Vec<i64>) -> (ListChoices, MemberChoices) {
        (ListChoices { list: None }, MemberChoices { kept })
    }

    /// What was seen, in the visitor's language.
    pub fn of((rows, members): (Vec<ChoiceRow>, Vec<MemberName>), visitor: &Visitor) -> Known {
        let entry = |title: String, list: String, key: String, retired| Entry { list, key, title, retired };
        let choices = rows
            .into_iter()
            .map(|row| {
                entry(said(&row.words(), &visitor.speech), row.list, row.key, row.retired_at.is_some())
            })
            .collect();
        Known { choices, members: members.into_iter().map(|member| (member.id, member.name)).collect() }
    }

    /// The title of a word of a list; the key where nobody knows it any more.
    pub fn title(&self, list: &str, key: &str) -> String {
        let found = self.choices.iter().find(|entry| entry.list == list && entry.key == key);
        found.map_or_else(|| key.to_owned(), |entry| entry.title.clone())
    }

    /// The kind of an activity in words.
    pub fn kind(&self, key: &str) -> String {
        self.title("activity-type", key)
    }

    /// What to call an activity: its own words, else its kind.
    pub fn activity(&self, kind: &str, subject: &str) -> String {
        if subject.is_empty() { self.kind(kind) } else { subject.to_owned() }
    }

    /// Values and titles in use, and the one that stands already.
    pub fn options(&self, list: &str, kept: &str) -> Vec<(String, String)> {
        let used = |entry: &&Entry| entry.list == list && (!entry.retired || entry.key == kept);
        self.choices.iter().filter(used).map(|entry| (entry.key.clone(), entry.title.clone())).collect()
    }

    /// The same with nothing chosen first.
    pub fn optional(&self, list: &str, kept: &str, speech: &Speech) -> Vec<(String, String)> {
        let mut options = self.options(list, kept);
        options.insert(0, (String::new(), speech.t("not-set")));
        options
    }

    /// Kinds of activities as chips; without `only` all of them.
    pub fn kinds(&self, only: &[String], kept: &str) -> Vec<Choice> {
        let wanted = |(key, _): &(String, String)| only.is_empty() || only.contains(key);
        let chip = |(key, label): (String, String)| Choice { icon: Some(kind_icon(&key)), value: key, label };
        self.options("activity-type", kept).into_iter().filter(wanted).map(chip).collect()
    }

    pub fn members(&self) -> Vec<(String, String)> {
        self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    pub fn member(&self, id: i64) -> Option<&str> {
        self.members.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str())
    }
}

/// A title in the reader's language.
pub fn said(words: &Words, speech: &Speech) -> String {
    let (own, other) = match speech.lang {
        Lang::En => (&words.en, &words.ru),
        Lang::Ru => (&words.ru, &words.en),
    };
    if own.is_empty() { other.clone() } else { own.clone() }
}

/// The drawing of a kind of activity; the product's own kinds have one each, others the calendar.
pub fn kind_icon(kind: &str) -> Icon {
    match kind {
        "call" | "follow-up-call" => Icon::Phone,
        "email" => Icon::Mail,
        "meeting" | "first-appointment" | "visit" | "presentation" => Icon::People,
        "sales-discovery" | "network-discovery" => Icon::Flow,
        "proposal" | "agreement" => Icon::Paper,
        "card" => Icon::Note,
        _ => Icon::Calendar,
    }
}
