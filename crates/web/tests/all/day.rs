//! My day as a browser shows it.

use axum::http::StatusCode;
use desk::activity::{LogActivity, On, PlanActivity};
use desk::task::CreateTask;
use jiff::{Timestamp, ToSpan};
use sales::activity::ActivityFields;

use crate::house::{Answer, House, run};

/// An hour of a member's own work so many hours from the house's present.
fn work(house: &House, subject: &str, hours: i64) -> ActivityFields {
    let starts_at = house.desk.now().checked_add(hours.hours()).unwrap();
    ActivityFields {
        kind: "meeting".into(),
        subject: subject.into(),
        starts_at,
        ends_at: starts_at.checked_add(1.hours()).unwrap(),
        owner_id: None,
        person_id: None,
        words: String::new(),
    }
}

async fn plan(house: &House, subject: &str, hours: i64) -> i64 {
    let fields = work(house, subject, hours);
    let rep = house.actor(&house.rep).await;
    house.desk.write(&rep, PlanActivity { on: On::Nothing, fields }).await.unwrap()
}

/// What stands between two texts of the page.
fn between<'a>(answer: &'a Answer, from: &str, to: &str) -> &'a str {
    let (_, rest) = answer.text.split_once(from).unwrap_or_else(|| panic!("no {from}: {}", answer.text));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn the_day_has_its_parts_with_counts_and_a_circle_on_every_row() {
    run(async |house| {
        let late = plan(&house, "Look at the cellar", -48).await;
        plan(&house, "Count the switches", 1).await;
        for hours in [24, 25, 48] {
            plan(&house, &format!("Visit in {hours}"), hours).await;
        }
        let task = CreateTask {
            on: On::Nothing,
            title: "Send the case study".into(),
            owner: None,
            due_at: Some(house.desk.now().checked_sub(24.hours()).unwrap()),
        };
        let task = house.desk.write(&house.actor(&house.rep).await, task).await.unwrap();
        let day = house.get(&house.rep, "/day").await;
        assert_eq!(day.status, StatusCode::OK);
        let part = |name: &str| between(&day, &format!(r#"id="{name}""#), "</section>").to_owned();
        assert!(part("overdue").contains("Look at the cellar") && part("overdue").contains("2 days late"));
        assert!(part("today").contains("Count the switches"));
        assert_eq!(part("next").matches("class=\"day-name\"").count(), 2, "two days ahead");
        assert_eq!(part("next").matches("task-row").count(), 3);
        assert!(part("tasks").contains("1 day late"));
        let circles = [format!("/activities/{late}/done"), format!("/tasks/{task}/done")];
        for circle in circles {
            assert!(day.text.contains(&format!(r#"action="{circle}""#)), "{circle}");
        }
    });
}

#[test]
fn next_is_bounded_and_can_be_seen_whole() {
    run(async |house| {
        for hours in 0..23 {
            plan(&house, "Visit", 24 + 2 * hours).await;
        }
        plan(&house, "Far away", 24 * 10).await;
        let rows =
            |answer: &Answer| between(answer, r#"id="next""#, "</section>").matches("task-row").count();
        let day = house.get(&house.rep, "/day").await;
        assert_eq!(rows(&day), 20);
        assert!(day.text.contains("/day?all=next#next") && day.text.contains("4 more"));
        let whole = house.get(&house.rep, "/day?all=next").await;
        assert_eq!(rows(&whole), 24);
        assert!(!whole.text.contains(" more</a>"));
    });
}

#[test]
fn the_side_shows_the_week_and_what_is_free_of_the_working_hours() {
    run(async |house| {
        let now: Timestamp = house.desk.now();
        plan(&house, "Count the switches", 2).await;
        let done = LogActivity {
            on: On::Nothing,
            fields: work(&house, "Ring the supplier", -1),
            outcome: None,
            findings: String::new(),
            next_step: None,
        };
        house.desk.write(&house.actor(&house.rep).await, done).await.unwrap();
        let day = house.get(&house.rep, "/day").await;
        assert_eq!(now.to_string(), "2026-11-23T09:00:00Z", "Monday, ten o'clock in Berlin");
        assert!(day.text.contains("Monday 23 November: 1 planned, 1 done"));
        let agenda = between(&day, r#"class="agenda""#, "</ol>");
        for words in
            ["Ring the supplier", "10:00", "Free 2 h", "12:00", "Count the switches", "13:00", "Free 5 h"]
        {
            assert!(agenda.contains(words), "{words}: {agenda}");
        }
        assert!(agenda.contains("next_day=2026-11-23&amp;next_from=13:00&amp;next_to=13:30"), "{agenda}");
    });
}

#[test]
fn a_day_without_anything_says_how_to_begin() {
    run(async |house| {
        let day = house.get(&house.reader, "/day").await;
        assert!(day.text.contains("Your day is empty") && day.text.contains("Begin a deal"));
    });
}
