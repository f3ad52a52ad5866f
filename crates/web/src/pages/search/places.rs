//! What the palette offers besides records: acts on what is in front, and pages.

use desk::search::Found;

use crate::routes;
use crate::ui::Icon;
use crate::words::Speech;

/// An act or a page.
pub(super) struct Way {
    pub icon: Icon,
    pub words: String,
    pub href: String,
    pub key: Option<&'static str>,
    /// Opens a dialog.
    pub opens: bool,
}

/// The page of a record.
pub(super) fn address(found: &Found) -> String {
    match found.kind.as_str() {
        "company" => routes::company(found.record_id),
        "person" => routes::person(found.record_id),
        _ => routes::deal(found.record_id),
    }
}

pub(super) fn drawing(kind: &str) -> Icon {
    match kind {
        "company" => Icon::Building,
        "person" => Icon::Person,
        _ => Icon::Board,
    }
}

/// Acts on the record whose page is open, then those that are always there. `at` is the path of that page.
pub(super) fn acts(at: &str, speech: &Speech) -> Vec<Way> {
    let act = |icon, words: String, href: String, key, opens| Way { icon, words, href, key, opens };
    let mut all = Vec::new();
    if let Some((noun, id)) = record(at) {
        let log = format!("/activities/new?{noun}={id}");
        all.push(act(Icon::Phone, speech.t("find-log-here"), log, Some("A"), true));
        all.push(act(
            Icon::Note,
            speech.t("find-note-here"),
            format!("/notes/new?{noun}={id}"),
            Some("N"),
            true,
        ));
        all.push(act(Icon::Task, speech.t("new-task"), format!("/tasks/new?{noun}={id}"), Some("T"), true));
        if noun == "deal" {
            all.push(act(Icon::Right, speech.t("move-deal"), routes::moves(id), Some("M"), true));
            all.push(act(Icon::Person, speech.t("assign"), routes::deal_owner(id), None, true));
            let plan = format!("/activities/new?deal={id}&mode=plan");
            all.push(act(Icon::Calendar, speech.t("find-plan-here"), plan, None, true));
        } else {
            let deal = format!("/deals/new?{noun}={id}");
            all.push(act(Icon::Plus, speech.t("find-new-deal-here"), deal, None, true));
        }
        if noun == "company" {
            let person = format!("/people/new?company={id}");
            all.push(act(Icon::Person, speech.t("find-new-person-here"), person, None, false));
        }
        all.push(act(Icon::Pen, speech.t("find-edit-here"), format!("{at}/edit"), Some("E"), noun == "deal"));
    }
    all.push(act(Icon::Plus, speech.t("find-new-deal"), "/deals/new".into(), None, true));
    all.push(act(Icon::Building, speech.t("find-new-company"), "/companies/new".into(), None, false));
    all.push(act(Icon::Person, speech.t("find-new-person"), "/people/new".into(), None, false));
    all
}

/// Pages; those that only managers have are left out for others.
pub(super) fn pages(manages: bool, speech: &Speech) -> Vec<Way> {
    let page =
        |icon, words: String, href: &str, key| Way { icon, words, href: href.into(), key, opens: false };
    let mut all = vec![
        page(Icon::Sun, speech.t("nav-day"), "/day", Some("G D")),
        page(Icon::Board, speech.t("nav-deals"), "/deals", Some("G B")),
        page(Icon::List, speech.t("find-deal-list"), "/deals/list", None),
        page(Icon::Building, speech.t("nav-companies"), routes::COMPANIES, Some("G C")),
        page(Icon::People, speech.t("nav-people"), routes::PEOPLE, Some("G P")),
    ];
    if manages {
        all.push(page(Icon::Flow, speech.t("nav-process"), "/process", None));
        all.push(page(Icon::Chart, speech.t("nav-reports"), "/reports", Some("G R")));
        all.push(page(Icon::Import, speech.t("nav-import"), "/import", None));
    }
    all.push(page(Icon::Bell, speech.t("nav-notices"), routes::NOTICES, None));
    all.push(page(Icon::Bin, speech.t("archive-title"), routes::ARCHIVE, None));
    all.push(page(Icon::Gear, speech.t("nav-settings"), "/settings", None));
    all.push(page(Icon::Person, speech.t("profile-title"), "/profile", None));
    all.push(Way { opens: true, ..page(Icon::Keyboard, speech.t("find-keys"), "/keys", Some("?")) });
    all
}

/// `/deals/42` as `("deal", 42)`.
fn record(at: &str) -> Option<(&'static str, i64)> {
    let mut parts = at.strip_prefix('/')?.split('/');
    let noun = match parts.next()? {
        "deals" => "deal",
        "companies" => "company",
        "people" => "person",
        _ => return None,
    };
    let id = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some((noun, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_in_front_is_read_from_its_address() {
        assert_eq!(record("/deals/42"), Some(("deal", 42)));
        assert_eq!(record("/people/7"), Some(("person", 7)));
        for other in ["/deals", "/deals/new", "/deals/42/edit", "//evil.example/1", "/day", ""] {
            assert_eq!(record(other), None, "{other}");
        }
    }
}
