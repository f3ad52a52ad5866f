//! The shipped processes, and what holds of any walk through them.

use crate::testing::{FUNNEL, SIMPLE, compiled, vocabulary};
use crate::{Vocabulary, check_with_stories, story};

#[test]
fn the_shipped_processes_have_no_finding_and_all_their_stories_pass() {
    for text in [FUNNEL, SIMPLE] {
        for known in [vocabulary(), Vocabulary::open()] {
            let (definition, findings) = check_with_stories(text, &known);
            assert!(findings.is_empty(), "{findings:#?}");
            assert!(story::run(&definition.unwrap()).iter().all(|result| result.passed));
        }
    }
}

#[test]
fn every_statement_of_the_seed_that_holds_is_cited_by_a_story() {
    let cited: Vec<String> =
        compiled(FUNNEL).stories().iter().flat_map(|story| story.cites.clone()).collect();
    for number in [2, 7, 16, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35] {
        let statement = format!("003.{number}");
        assert!(cited.contains(&statement), "{statement} has no story");
    }
}
