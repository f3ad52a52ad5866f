//! A form that came back with two things to put right.

use maud::html;

use super::say;
use crate::ui::{Button, Field, FieldError, Nav, Page, Width, error_summary};
use crate::words::Speech;

pub(super) fn page(speech: &Speech) -> Page {
    let amount = (
        say(speech, "Amount", "Сумма"),
        say(speech, "Write it as a number, such as 18400", "Напишите число, например 18400"),
    );
    let day = (say(speech, "Day", "День"), say(speech, "20 Nov is in the past", "20 ноября уже прошло"));
    let errors = [("amount", &amount), ("day", &day)].map(|(field, (label, words))| FieldError {
        field: field.to_owned(),
        label: label.clone(),
        words: words.clone(),
    });
    let kinds = vec![("call".to_owned(), say(speech, "Call", "Звонок"))];
    let body = html! {
        form.fields method="post" action="/deals" novalidate data-kept="" {
            (error_summary(&errors, speech))
            (Field::text("client", say(speech, "Client", "Клиент")).value("Keswick Outdoor Supplies").required().show(speech))
            (Field::text("what", say(speech, "What they want", "Что нужно")).value(say(speech, "Managed services, 18 seats", "Обслуживание 18 мест")).show(speech))
            div.fields-row {
                (Field::money("amount", amount.0.clone(), "£").value(say(speech, "about 9k", "около 9 тыс.")).error(Some(amount.1.clone())).show(speech))
                (Field::day("close", say(speech, "Expected close", "Ожидаемое закрытие")).hint(say(speech, "Day month year", "День месяц год")).value("2027-01-29").show(speech))
            }
            div.fieldset {
                h3 { (say(speech, "Next step", "Следующий шаг")) }
                div.fields-row {
                    (Field::select("kind", say(speech, "Kind", "Вид"), kinds).hint(say(speech, "What you will do", "Что вы сделаете")).show(speech))
                    (Field::day("day", day.0.clone()).value("2026-11-20").error(Some(day.1.clone())).show(speech))
                }
                (Field::tick("remind", "1", &say(speech, "Remind me an hour before", "Напомнить за час"), true))
            }
            div.acts {
                (Button::main(say(speech, "Add deal", "Добавить сделку")).submit())
                (Button::quiet(speech.t("cancel")).href("/deals"))
            }
        }
    };
    let mut page = Page::new(say(speech, "New deal", "Новая сделка"), Nav::Deals, body);
    page.width = Width::Narrow;
    page
}
