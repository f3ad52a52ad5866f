//! Near matches: names that a person would take for one another.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::says::Says;

/// Below this likeness (0 to 1) two names are not offered for one another.
const LIKE: f64 = 0.8;

/// A name that may be meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub name: String,
    /// Likeness, from 0 to 1; 1 means equal but for case, spaces and punctuation.
    pub score: f64,
    pub why: Says,
}

/// The names of `candidates` that may be meant by `name`, best first, five at most.
pub fn nearest<S: AsRef<str>>(name: &str, candidates: &[S]) -> Vec<Candidate> {
    let folded = fold(name);
    let mut found: Vec<Candidate> =
        candidates.iter().filter_map(|candidate| weigh(&folded, candidate.as_ref())).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.name.cmp(&b.name)));
    found.truncate(5);
    found
}

fn weigh(folded: &str, candidate: &str) -> Option<Candidate> {
    let other = fold(candidate);
    if folded.is_empty() || other.is_empty() {
        return None;
    }
    let (score, why) = if folded == other {
        (
            1.0,
            Says::new(
                "differs only in case, spaces or punctuation",
                "отличается лишь регистром, пробелами или знаками",
            ),
        )
    } else {
        let score = strsim::normalized_damerau_levenshtein(folded, &other);
        (score, Says::new("spelt alike", "пишется похоже"))
    };
    (score >= LIKE).then(|| Candidate { name: candidate.to_owned(), score, why })
}

/// A name without what people write differently: case, spaces, punctuation, ё for е.
pub(crate) fn fold(name: &str) -> String {
    name.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gtxpro_is_gtx_pro() {
        let found = nearest("GTXPro", &["GTX Basic", "GTX Pro", "GTX Plus Pro", "MG Special"]);
        assert_eq!(found[0].name, "GTX Pro");
        assert!((found[0].score - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_slip_of_the_pen_is_offered_and_a_stranger_is_not() {
        assert_eq!(nearest("technolgy", &["Technology", "Retail"])[0].name, "Technology");
        assert!(nearest("Acme", &["Zumgoity", "Betatech"]).is_empty());
    }

    #[test]
    fn nothing_is_near_to_a_name_of_signs_only() {
        assert!(nearest("—", &["...", "A"]).is_empty());
    }
}
