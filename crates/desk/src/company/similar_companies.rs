//! Companies that may be the same: offered before another is made (seed 000.3).

use sales::fold::squeeze;
use store::Tx;
use store::rows::search;

use crate::{Look, Result, Scene};

/// Looks for near-duplicates by name, web address or telephone number.
#[derive(Clone, Debug, Default)]
pub struct SimilarCompanies {
    pub name: String,
    pub web: String,
    pub phone: String,
}

/// A company that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub id: i64,
    pub name: String,
}

const MOST: i64 = 5;

impl Look for SimilarCompanies {
    type Seen = Vec<Similar>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Similar>> {
        let mut found: Vec<Similar> = Vec::new();
        // The first word finds the candidates; the whole name decides whether it is near.
        let first = self.name.split_whitespace().find(|word| word.chars().count() >= 3).unwrap_or("");
        let own = squeeze(&self.name);
        for row in search::list(tx, &scene.by.reads, first, Some("company"), 50)? {
            let theirs = squeeze(&row.title);
            if !own.is_empty() && (theirs.contains(&own) || own.contains(&theirs)) {
                found.push(Similar { id: row.record_id, name: row.title });
            }
        }
        let digits: String = self.phone.chars().filter(char::is_ascii_digit).collect();
        let host =
            self.web.split("://").last().unwrap_or("").trim_start_matches("www.").trim_end_matches('/');
        for text in [digits.as_str(), host].into_iter().filter(|text| text.chars().count() >= 5) {
            for row in search::list(tx, &scene.by.reads, text, Some("company"), MOST)? {
                found.push(Similar { id: row.record_id, name: row.title });
            }
        }
        found.sort_by_key(|similar| similar.id);
        found.dedup();
        found.truncate(MOST as usize);
        Ok(found)
    }
}
