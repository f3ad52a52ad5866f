//! A person's companies as the form types them: `company-0` and `role-0`, `company-1` and `role-1`, and so on.

use desk::person::NewPost;
use maud::{Markup, html};
use sales::person::Post;
use sales::{Fault, FieldError};

use crate::app::App;
use crate::faults::Faults;
use crate::pages::companies::named::{self, company_list};
use crate::posted::Form;
use crate::ui::Field;
use crate::visitor::Visitor;
use crate::words::Speech;

/// No form has more rows.
const MOST: usize = 20;
/// Empty rows to write in.
const SPARE: usize = 2;

/// A row that was filled in.
struct Row<'a> {
    field: String,
    company: &'a str,
    role: &'a str,
    /// The company that stood there under the same name.
    kept: Option<i64>,
}

/// What a person is where, as the form would have typed it.
pub(super) fn typed(posts: &[(i64, String, String)]) -> Vec<(String, String)> {
    let row = |(at, (id, name, role)): (usize, &(i64, String, String))| {
        [
            (format!("company-{at}"), name.clone()),
            (format!("company-was-{at}"), name.clone()),
            (format!("company-id-{at}"), id.to_string()),
            (format!("role-{at}"), role.clone()),
        ]
    };
    posts.iter().enumerate().flat_map(row).collect()
}

fn rows(form: &Form) -> Vec<Row<'_>> {
    let row = |at: usize| {
        let field = format!("company-{at}");
        let company = form.filled(&field)?;
        let is_same = company == form.text(&format!("company-was-{at}"));
        let kept = form.id(&format!("company-id-{at}")).filter(|_| is_same);
        Some(Row { role: form.text(&format!("role-{at}")), company, kept, field })
    };
    (0..MOST).filter_map(row).collect()
}

/// The posts at companies that are there, and those at names that no company has yet.
#[derive(Default)]
pub(super) struct Typed {
    pub posts: Vec<Post>,
    pub new: Vec<NewPost>,
    /// What is wrong with the new ones, unless they are to be made.
    pub unknown: Vec<FieldError>,
}

pub(super) async fn read(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Typed> {
    let mut typed = Typed::default();
    for Row { field, company, role, kept } in rows(form) {
        let id = match kept {
            Some(id) => Some(id),
            None => named::company(app, visitor, company).await?,
        };
        match id {
            Some(company_id) => typed.posts.push(Post { company_id, role: role.to_owned() }),
            None => {
                let fault = Fault::Unknown { value: company.to_owned() };
                typed.unknown.push(FieldError::new(&field, fault));
                typed.new.push(NewPost { company: company.to_owned(), role: role.to_owned() });
            }
        }
    }
    Ok(typed)
}

/// The rows of the form, the filled ones and some to spare.
pub(super) fn fields(form: &Form, faults: &Faults, speech: &Speech) -> Markup {
    let mut filled = (0..MOST).filter(|at| form.filled(&format!("company-{at}")).is_some());
    let shown = filled.next_back().map_or(0, |last| last + 1) + SPARE;
    html! {
        div.fieldset #posts {
            h2 { (speech.t("person-posts")) }
            p.hint { (speech.t("person-new-company-hint")) }
            @for at in 0..shown.min(MOST) { (row(at, form, faults, speech)) }
            (company_list(&[]))
            (Field::tick("make_companies", "1", &speech.t("person-make-companies"), form.is_on("make_companies")))
        }
    }
}

fn row(at: usize, form: &Form, faults: &Faults, speech: &Speech) -> Markup {
    let (company, role) = (format!("company-{at}"), format!("role-{at}"));
    let kept = [format!("company-was-{at}"), format!("company-id-{at}")];
    html! {
        div.fields-row {
            (Field::text(&company, speech.t("person-post-company")).value(form.text(&company))
                .error(faults.at(&company, speech)).attr("list", "companies-known").attr("autocomplete", "off")
                .attr("data-hx-get", "/companies/named").attr("data-hx-trigger", "input changed delay:150ms")
                .attr("data-hx-target", "#companies-known").attr("data-hx-swap", "innerHTML").show(speech))
            (Field::text(&role, speech.t("person-post-role")).value(form.text(&role)).optional().show(speech))
            @for name in &kept { input type="hidden" name=(name) value=(form.text(name)); }
        }
    }
}
