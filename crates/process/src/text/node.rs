//! A node of the text with its place and path.

use super::Spot;

#[derive(Clone, Debug)]
pub struct Node {
    pub spot: Spot,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// `plain`: written without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    /// In the order of the file.
    Map(Vec<(String, Spot, Node)>),
}

impl Node {
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// A plain `true` or `false`.
    pub fn truth(&self) -> Option<bool> {
        match &self.kind {
            Kind::Scalar { text, plain: true } => text.parse().ok(),
            _ => None,
        }
    }

    /// A key without value.
    pub fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if text.is_empty() || text == "~" || text == "null")
    }

    pub fn map(&self) -> Option<&[(String, Spot, Node)]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    pub fn get(&self, key: &str) -> Option<&Node> {
        self.map()?.iter().find(|(name, ..)| name == key).map(|(.., node)| node)
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }
}
