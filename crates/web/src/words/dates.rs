//! Days and times as people say them: "Today 14:30", "Tue 24 Nov", «вт 24 нояб.».

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use super::{Lang, Speech};

/// How far a weekday still helps to find a day; beyond it only the date is said.
const NEAR_DAYS: i32 = 7;

const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_RU: [&str; 7] =
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const SHORT_DAYS_RU: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// A month that stands without a day.
const MONTHS_ALONE_RU: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const SHORT_MONTHS_RU: [&str; 12] =
    ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."];

impl Speech {
    /// A day in short: "Today", within a week "Tue 24 Nov", later "1 Dec", in another year "31 Mar 2027".
    #[must_use]
    pub fn day(&self, on: Date) -> String {
        let today = self.today();
        if on == today {
            return self.t("today");
        }
        let near = today.until(on).is_ok_and(|span| span.get_days().abs() <= NEAR_DAYS);
        let date = self.day_and_month(on);
        match (near, on.year() == today.year()) {
            (true, _) => format!("{} {date}", self.weekday_short(on.weekday())),
            (false, true) => date,
            (false, false) => format!("{date} {}", on.year()),
        }
    }

    /// A day in full, for titles and headings: "Tuesday 24 November 2026", «вторник, 24 ноября 2026 г.».
    #[must_use]
    pub fn day_full(&self, on: Date) -> String {
        match self.lang {
            Lang::En => format!("{} {}", self.day_long(on), on.year()),
            Lang::Ru => format!("{} {} г.", self.day_long(on), on.year()),
        }
    }

    /// A day with its names written out, without the year: "Tuesday 24 November".
    #[must_use]
    pub fn day_long(&self, on: Date) -> String {
        let (weekday, month) = (place(on.weekday()), usize::from(on.month().unsigned_abs()) - 1);
        match self.lang {
            Lang::En => format!("{} {} {}", DAYS_EN[weekday], on.day(), MONTHS_EN[month]),
            Lang::Ru => format!("{}, {} {}", DAYS_RU[weekday], on.day(), MONTHS_RU[month]),
        }
    }

    /// A month of a year: "March 2026", «март 2026 г.».
    #[must_use]
    pub fn month(&self, year: &str, month: usize) -> Option<String> {
        let at = month.checked_sub(1)?;
        match self.lang {
            Lang::En => Some(format!("{} {year}", MONTHS_EN.get(at)?)),
            Lang::Ru => Some(format!("{} {year} г.", MONTHS_ALONE_RU.get(at)?)),
        }
    }

    /// The heading of a day in a timeline: "Today, Monday 23 November".
    #[must_use]
    pub fn day_heading(&self, on: Date) -> String {
        let today = self.today();
        if on == today {
            format!("{}, {}", self.t("today"), self.day_long(on))
        } else if on.year() == today.year() {
            capitalised(&self.day_long(on))
        } else {
            capitalised(&self.day_full(on))
        }
    }

    /// A time of day in the reader's zone, on 24 hours: "09:12".
    #[must_use]
    pub fn time(&self, at: Timestamp) -> String {
        let local = at.to_zoned(self.zone.clone());
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// An instant: "Today 14:30", "Tue 24 Nov, 10:00".
    #[must_use]
    pub fn when(&self, at: Timestamp) -> String {
        let on = self.day_of(at);
        let comma = if on == self.today() { "" } else { "," };
        format!("{}{comma} {}", self.day(on), self.time(at))
    }

    /// An instant in full, for a title: "Tuesday 24 November 2026, 10:00".
    #[must_use]
    pub fn when_full(&self, at: Timestamp) -> String {
        format!("{}, {}", self.day_full(self.day_of(at)), self.time(at))
    }

    /// A stretch of time: "Tue 24 Nov, 10:00 to 12:00"; over midnight both days are said.
    #[must_use]
    pub fn span(&self, from: Timestamp, to: Timestamp) -> String {
        let end = if self.day_of(from) == self.day_of(to) { self.time(to) } else { self.when(to) };
        self.t_with("from-to", &[("from", self.when(from).into()), ("to", end.into())])
    }

    /// A weekday in short: "Tue", «вт».
    #[must_use]
    pub fn weekday_short(&self, weekday: Weekday) -> &'static str {
        match self.lang {
            Lang::En => &DAYS_EN[place(weekday)][..3],
            Lang::Ru => SHORT_DAYS_RU[place(weekday)],
        }
    }

    fn day_and_month(&self, on: Date) -> String {
        let month = usize::from(on.month().unsigned_abs()) - 1;
        match self.lang {
            Lang::En => format!("{} {}", on.day(), &MONTHS_EN[month][..3]),
            Lang::Ru => format!("{} {}", on.day(), SHORT_MONTHS_RU[month]),
        }
    }
}

fn place(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
