//! Every part renders in every language, whole and readable.

use super::gallery::{SCENES, document, reader};
use super::{Avatar, Button, Icon, NextStep, Theme, marked, next_step};
use crate::words::Lang;

fn every_page() -> Vec<(String, String)> {
    Lang::ALL
        .into_iter()
        .flat_map(|lang| SCENES.map(|scene| (lang, scene)))
        .map(|(lang, scene)| {
            (
                format!("{} in {}", scene.0, lang.tag()),
                document(scene, Theme::Auto, &reader(lang)).into_string(),
            )
        })
        .collect()
}

#[test]
fn every_part_renders_in_every_language() {
    for (name, page) in every_page() {
        assert!(page.contains("<main") && page.ends_with("</html>"), "{name} is whole");
        assert!(!page.contains("{ $") && !page.contains("Unknown localization"), "{name} has every word");
    }
}

#[test]
fn no_page_needs_an_inline_script_or_style() {
    for (name, page) in every_page() {
        assert!(!page.contains(" style=") && !page.contains("<style"), "{name} has no inline style");
        assert!(
            !page.contains("onclick") && page.matches("<script").count() == 1,
            "{name} has no inline script"
        );
    }
}

#[test]
fn a_page_has_one_heading_one_main_and_a_way_past_the_rail() {
    for (name, page) in every_page() {
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
        assert!(page.contains("href=\"#content\"") && page.contains("id=\"content\""), "{name}");
    }
}

#[test]
fn ids_of_a_page_are_unique() {
    for (name, page) in every_page() {
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}");
    }
}

#[test]
fn words_from_people_are_escaped_in_attributes_and_text() {
    let shown = Button::plain("<b>\"x\"").href("/?a=1&b=\"").show().into_string();
    assert!(shown.contains("&lt;b&gt;") && shown.contains("&amp;b=&quot;"), "{shown}");
}

#[test]
fn a_disabled_button_can_be_reached_and_says_why() {
    let shown = Button::main("Publish").submit().unless("P014 is not mended").show().into_string();
    assert!(shown.contains("type=\"button\"") && shown.contains("aria-disabled=\"true\""));
    assert!(!shown.contains(" disabled") && shown.contains("P014 is not mended"));
}

#[test]
fn a_state_is_said_in_words_too() {
    let speech = reader(Lang::En);
    let late = NextStep::Planned { at: "2026-11-21T10:00:00Z".parse().unwrap(), what: "Call".to_owned() };
    let shown = next_step(&late, &speech).into_string();
    assert!(shown.contains("Overdue") && shown.contains("2 days late"), "{shown}");
}

#[test]
fn what_was_typed_is_marked_in_what_was_found() {
    assert_eq!(marked("Kestrel Logistics", "kes").into_string(), "<mark>Kes</mark>trel Logistics");
    assert_eq!(marked("ТК «Кречет»", "кре").into_string(), "ТК «<mark>Кре</mark>чет»");
    assert_eq!(marked("<b>", "x").into_string(), "&lt;b&gt;");
    assert_eq!(marked("Any", "").into_string(), "Any");
}

#[test]
fn initials_are_of_the_first_and_last_word() {
    assert_eq!(Avatar::of("Dana Whitfield").initials(), "DW");
    assert_eq!(Avatar::of("соня анна круглова").initials(), "СК");
    assert_eq!(Avatar::of("").initials(), "");
}

#[test]
fn the_icon_set_draws_every_icon_once() {
    let mut drawings: Vec<String> = Icon::ALL.iter().map(|which| super::icon(*which).into_string()).collect();
    drawings.sort();
    drawings.dedup();
    assert_eq!(drawings.len(), Icon::ALL.len());
}
