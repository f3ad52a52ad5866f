//! The form of a person: shown from what was typed, read into fields.

use desk::person::{NewPost, PersonSeen};
use maud::{Markup, html};
use sales::contact;
use sales::person::{ContactStatus, PersonFields};

use super::posts;
use crate::app::App;
use crate::faults::{Faults, sentence};
use crate::pages::clients::owner;
use crate::posted::Form;
use crate::ui::{Field, FieldError, error_summary};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

/// A new person begins as the visitor's own, at the company that is named.
pub(super) fn blank(visitor: &Visitor, company: Option<(i64, String)>) -> Form {
    let owner = visitor.actor().member.map(|id| id.to_string()).unwrap_or_default();
    let mut fields = vec![("owner".to_owned(), owner)];
    let posts: Vec<_> = company.into_iter().map(|(id, name)| (id, name, String::new())).collect();
    fields.extend(posts::typed(&posts));
    Form(fields)
}

/// A kept person as the form would have typed them.
pub(in crate::pages) fn typed(seen: &PersonSeen) -> Form {
    let person = &seen.person;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut fields: Vec<(String, String)> = [
        ("name", person.name.clone()),
        ("given", text(&person.given)),
        ("family", text(&person.family)),
        ("mails", person.mails.clone()),
        ("phones", person.phones.clone()),
        ("status", person.status.clone()),
        ("language", text(&person.language)),
        ("description", text(&person.description)),
        ("owner", person.owner_id.map(|id| id.to_string()).unwrap_or_default()),
        ("version", person.version.to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    let posts: Vec<_> = seen
        .posts
        .iter()
        .map(|post| (post.company_id, post.company_name.clone(), post.role.clone()))
        .collect();
    fields.extend(posts::typed(&posts));
    Form(fields)
}

/// What was typed as fields; every fault of theirs at once. Companies of new names are to be made where that is ticked.
pub(in crate::pages) async fn read(
    app: &App,
    visitor: &Visitor,
    form: &Form,
) -> desk::Result<(PersonFields, Vec<NewPost>)> {
    let posts::Typed { posts, new, unknown } = posts::read(app, visitor, form).await?;
    let lines = |name: &str| form.text(name).lines().map(str::trim).filter(|line| !line.is_empty());
    let fields = PersonFields {
        name: form.text("name").to_owned(),
        given: form.owned("given"),
        family: form.owned("family"),
        mails: lines("mails").map(str::to_owned).collect(),
        phones: contact::parse_phones(form.text("phones")),
        status: ContactStatus::of(form.text("status")),
        language: form.owned("language"),
        description: form.owned("description"),
        owner_id: form.id("owner"),
        posts,
    };
    let mut faults = fields.faults();
    if !form.is_on("make_companies") {
        faults.extend(unknown);
    }
    if !faults.is_empty() {
        return Err(desk::Error::Invalid(faults));
    }
    Ok((fields, new))
}

/// The summary on top: a person's name is theirs, and every row of companies is called the same.
pub(super) fn summary(faults: &Faults, speech: &Speech) -> Markup {
    let label = |field: &str| match field.split('-').next() {
        Some("name") => speech.t("person-name"),
        Some("company") => speech.t("person-post-company"),
        _ => speech.t(&format!("field-{}", field.replace('_', "-"))),
    };
    let shown: Vec<FieldError> = faults
        .0
        .iter()
        .map(|fault| FieldError {
            field: if fault.field == "company" { "company-0".to_owned() } else { fault.field.clone() },
            label: label(&fault.field),
            words: sentence(fault, speech),
        })
        .collect();
    error_summary(&shown, speech)
}

/// The fields, without the form around them.
pub(super) fn fields(form: &Form, members: &[(String, String)], faults: &Faults, speech: &Speech) -> Markup {
    let text = |name: &str, label: &str| {
        Field::text(name, speech.t(label)).value(form.text(name)).error(faults.at(name, speech))
    };
    let lines = |name: &str, label: &str, hint: &str| {
        Field::area(name, speech.t(label), 2)
            .hint(speech.t(hint))
            .value(form.text(name))
            .error(faults.at(name, speech))
            .optional()
    };
    html! {
        (text("name", "person-name").required().attr("autocomplete", "off").show(speech))
        div.fields-row {
            (text("given", "field-given").optional().show(speech))
            (text("family", "field-family").optional().show(speech))
        }
        div.fields-row {
            (lines("mails", "field-mails", "list-one-a-line").show(speech))
            (lines("phones", "field-phones", "list-one-a-line").show(speech))
        }
        (posts::fields(form, faults, speech))
        div.fields-row {
            (owner::field(form, members, faults, speech))
            (Field::select("status", speech.t("field-contact-status"), statuses(speech))
                .value(form.text("status")).show(speech))
            (Field::select("language", speech.t("field-language"), languages(form, speech))
                .value(form.text("language")).optional().show(speech))
        }
        (Field::area("description", speech.t("field-description"), 3).value(form.text("description"))
            .error(faults.at("description", speech)).optional().show(speech))
    }
}

fn statuses(speech: &Speech) -> Vec<(String, String)> {
    let status =
        |status: ContactStatus| (status.key().to_owned(), speech.t(&format!("contact-{}", status.key())));
    ContactStatus::ALL.map(status).to_vec()
}

/// Languages the face speaks, and the one that stands already.
fn languages(form: &Form, speech: &Speech) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), speech.t("person-language-none"))];
    all.extend(Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.name().to_owned())));
    let kept = form.text("language");
    if all.iter().all(|(tag, _)| tag != kept) {
        all.push((kept.to_owned(), kept.to_owned()));
    }
    all
}
