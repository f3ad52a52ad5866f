//! Words shown to people, in every language the product speaks.

use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    En,
    Ru,
}

/// One sentence or title in both languages.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub en: String,
    pub ru: String,
}

impl Words {
    pub fn new(en: impl Into<String>, ru: impl Into<String>) -> Self {
        Self { en: en.into(), ru: ru.into() }
    }

    /// The same text in both languages: a name, a code.
    pub fn same(text: &str) -> Self {
        Self::new(text, text)
    }

    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.ru.is_empty()
    }

    /// Both languages, each rewritten.
    pub fn map(&self, rewrite: impl Fn(Lang, &str) -> String) -> Self {
        Self { en: rewrite(Lang::En, &self.en), ru: rewrite(Lang::Ru, &self.ru) }
    }
}
