//! Days on which nobody works.

use desk::settings::HolidayRow;
use maud::{Markup, html};

use super::row::{Row, new_row, plain_row, rows};
use super::typed::Typed;
use crate::routes;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;

pub fn holidays(days: &[HolidayRow], typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let address = routes::settings("hours");
    let fields = html! {
        (typed.put("add", "day", Field::day("day", speech.t("field-day")).required(), "", speech))
        (typed.put("add", "holiday_title", Field::text("holiday_title", speech.t("field-holiday-title")).required(), "", speech))
    };
    let all = html! {
        @for day in days { (line(day, &address, visitor)) }
        (new_row(&speech.t("settings-new-holiday"), &speech.t("settings-add"), &address, visitor, &fields))
    };
    let about = speech.t(if days.is_empty() { "settings-no-holidays" } else { "settings-holidays-about" });
    let count = Some(days.len()).filter(|count| *count > 0);
    rows(&speech.t("settings-holidays"), count, &about, "holidays", &[], &all)
}

fn line(day: &HolidayRow, address: &str, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let said = html! {
        div.row-name {
            b { (day.title) }
            small { time datetime=(day.day) { (speech.day_heading(day.day)) } }
        }
    };
    let acts = Button::quiet(speech.t("settings-remove")).small().submit_as("act", "remove").show();
    let head = Row { which: &day.id.to_string(), name: &day.title, put_away: false };
    plain_row(&head, address, visitor, &said, &acts)
}
