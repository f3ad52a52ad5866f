//! Words for people, in every language of the product.

use serde::{Deserialize, Serialize};

/// The same sentence in English and in Russian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    pub en: String,
    pub ru: String,
}

impl Says {
    /// Both sentences, as they will be read.
    pub fn new(en: impl Into<String>, ru: impl Into<String>) -> Self {
        Self { en: en.into(), ru: ru.into() }
    }
}
