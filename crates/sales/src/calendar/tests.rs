use super::*;

fn london() -> WorkingTime {
    let mut calendar = WorkingTime::new(TimeZone::get("Europe/London").unwrap());
    calendar.holidays.insert(jiff::civil::date(2026, 12, 25));
    calendar
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn working_days_pass_over_the_weekend_and_holidays() {
    let calendar = london();
    let thursday = at("2026-12-24T10:00:00Z");
    assert_eq!(calendar.working_days_after(thursday, 1), at("2026-12-28T18:00:00Z"));
    assert_eq!(calendar.working_days_between(thursday, at("2026-12-29T09:00:00Z")), 2);
}

#[test]
fn a_slot_starts_at_a_quarter_hour_and_meets_nothing_planned() {
    let calendar = london();
    let taken = [(at("2026-11-23T09:00:00Z"), at("2026-11-23T10:05:00Z"))];
    let (start, end) = calendar.next_slot(at("2026-11-21T12:00:00Z"), 60, &taken);
    assert_eq!((start, end), (at("2026-11-23T10:15:00Z"), at("2026-11-23T11:15:00Z")));
}

#[test]
fn summer_time_keeps_the_clock_hour() {
    let calendar = london();
    let close = calendar.working_days_after(at("2026-03-27T10:00:00Z"), 1);
    assert_eq!(close, at("2026-03-30T17:00:00Z"));
}

#[test]
fn a_week_without_working_days_still_answers() {
    let mut calendar = london();
    calendar.hours = WorkingHours([None; 7]);
    assert_eq!(calendar.nth_day_after(at("2026-11-23T10:00:00Z"), 2), jiff::civil::date(2026, 11, 25));
}

#[test]
fn two_working_hours_run_on_the_calendar() {
    let calendar = london();
    let after = |from: &str, hours| calendar.working_hours_after(at(from), hours).to_string();
    assert_eq!(after("2026-11-23T10:00:00Z", 2), "2026-11-23T12:00:00Z");
    assert_eq!(after("2026-11-23T16:00:00Z", 2), "2026-11-23T18:00:00Z", "the close is still that day");
    assert_eq!(after("2026-11-27T17:30:00Z", 2), "2026-11-30T10:30:00Z", "over the weekend");
    assert_eq!(after("2026-12-24T17:00:00Z", 2), "2026-12-28T10:00:00Z", "over the holiday as well");
    assert_eq!(after("2026-11-23T06:00:00Z", 2), "2026-11-23T11:00:00Z", "from the opening on");
    assert_eq!(after("2026-11-23T21:00:00Z", 2), "2026-11-24T11:00:00Z", "from the next opening on");
    assert_eq!(
        after("2026-11-23T09:00:00Z", 20),
        "2026-11-25T11:00:00Z",
        "two days of nine hours and two more"
    );
}

#[test]
fn two_working_hours_before_a_moment_end_at_the_close_of_the_day_before() {
    let calendar = london();
    let before = |at_: &str, hours| calendar.working_hours_before(at(at_), hours).to_string();
    assert_eq!(before("2026-11-23T14:00:00Z", 2), "2026-11-23T12:00:00Z");
    assert_eq!(before("2026-11-23T11:00:00Z", 2), "2026-11-23T09:00:00Z", "the opening is still that day");
    assert_eq!(before("2026-11-23T10:00:00Z", 2), "2026-11-20T17:00:00Z", "over the weekend");
    assert_eq!(before("2026-11-22T10:00:00Z", 2), "2026-11-20T16:00:00Z", "from the last close on");
}

#[test]
fn working_hours_without_working_days_are_plain_ones() {
    let mut calendar = london();
    calendar.hours = WorkingHours([None; 7]);
    assert_eq!(calendar.working_hours_after(at("2026-11-23T10:00:00Z"), 2), at("2026-11-23T12:00:00Z"));
}

fn free(calendar: &WorkingTime, taken: &[(&str, &str)]) -> Vec<String> {
    let taken: Vec<_> = taken.iter().map(|(from, to)| (at(from), at(to))).collect();
    let free = calendar.free_on(jiff::civil::date(2026, 11, 23), &taken);
    free.iter()
        .map(|(from, to)| format!("{}-{}", &from.to_string()[11..16], &to.to_string()[11..16]))
        .collect()
}

#[test]
fn what_is_free_of_a_day_lies_within_its_working_hours() {
    let calendar = london();
    assert_eq!(free(&calendar, &[]), ["09:00-18:00"]);
    let early_long_late = [
        ("2026-11-23T08:00:00Z", "2026-11-23T09:30:00Z"),
        ("2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z"),
        ("2026-11-23T17:30:00Z", "2026-11-23T19:00:00Z"),
    ];
    assert_eq!(free(&calendar, &early_long_late), ["09:30-11:00", "13:00-17:30"]);
}

#[test]
fn what_overlaps_or_leaves_a_moment_is_no_gap() {
    let calendar = london();
    let taken = [
        ("2026-11-23T09:00:00Z", "2026-11-23T12:00:00Z"),
        ("2026-11-23T10:00:00Z", "2026-11-23T10:30:00Z"),
        ("2026-11-23T12:10:00Z", "2026-11-23T18:00:00Z"),
    ];
    assert_eq!(free(&calendar, &taken), [""; 0]);
}

#[test]
fn a_free_day_has_no_free_hours() {
    let mut calendar = london();
    calendar.holidays.insert(jiff::civil::date(2026, 11, 23));
    assert_eq!(free(&calendar, &[]), [""; 0]);
}
