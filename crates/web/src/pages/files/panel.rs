//! The files of a record as a panel: each with what it is and who attached it, and a place to drop more.

use desk::file::{FilesOf, FilesSeen, ListedFile};
use desk::look::{Cursor, Of};
use maud::{Markup, html};

use super::{home, in_brief};
use crate::app::App;
use crate::routes;
use crate::ui::{Button, Icon, icon, panel};
use crate::visitor::Visitor;

/// Files that a panel shows at once.
const SHOWN: i64 = 30;

pub struct FilesPanel {
    of: Of,
    seen: FilesSeen,
    /// Megabytes that a file may have, as people say them.
    most: u64,
}

impl FilesPanel {
    /// # Errors
    /// What the desk says: the record may be out of reach.
    pub async fn load(
        app: &App,
        visitor: &Visitor,
        of: Of,
        after: Option<Cursor>,
    ) -> desk::Result<FilesPanel> {
        let seen = app.desk.read(visitor.actor(), FilesOf { of, after, limit: SHOWN }).await?;
        Ok(FilesPanel { of, seen, most: app.desk.files().most() })
    }

    pub fn show(&self, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let address = routes::files(&home(self.of));
        let earlier = self.seen.next.as_ref().map(|next| routes::query(&address, &[("after", &next.0)]));
        let body = html! {
            @if self.seen.files.is_empty() { p.hint { (speech.t("files-none")) } }
            @else { ul.files role="list" { @for file in &self.seen.files { (self.row(file, visitor)) } } }
            @if let Some(earlier) = earlier { a href=(earlier) { (speech.t("files-more")) } }
            @if self.seen.may_write { (self.attach(&address, visitor)) }
        };
        html! { div #files { (panel(&speech.t("files"), None, &Markup::default(), &body)) } }
    }

    fn row(&self, file: &ListedFile, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let who = file.member_name.clone().unwrap_or_else(|| speech.t("by-server"));
        let about = [
            in_brief(&file.kind, file.size, speech),
            who,
            speech.when(file.created_at).replace(' ', "\u{a0}"),
        ]
        .join(" · ");
        let remove = speech.t_with("file-remove", &[("name", file.name.as_str().into())]);
        html! {
            li {
                (icon(Icon::Paper))
                div { a href=(routes::file(file.id)) data-hx-boost="false" download title=(file.name) { (file.name) } small { (about) } }
                @if self.seen.may_write {
                    form method="post" action=(routes::act(&routes::file(file.id), "remove")) {
                        (visitor.token())
                        (Button::quiet(remove).bare(Icon::Bin).small().submit())
                    }
                }
            }
        }
    }

    /// Without script it is a form with a button; with one, files are sent as they are dropped or chosen.
    fn attach(&self, address: &str, visitor: &Visitor) -> Markup {
        let speech = &visitor.speech;
        let most = speech.t_with("file-attach-most", &[("megabytes", (self.most >> 20).to_string().into())]);
        let too_large = sales::FieldError::new("file", sales::Fault::TooLarge { most: self.most });
        html! {
            form.attach method="post" action=(address) enctype="multipart/form-data" data-attach="" data-hx-boost="false"
                data-most=(self.most) data-too-large=(crate::faults::sentence(&too_large, speech))
                data-broken=(speech.t("file-broken")) data-sending=(speech.t_with("file-sending", &[("name", "{name}".into())]))
                data-sent=(speech.t_with("file-sent", &[("name", "{name}".into())])) {
                (visitor.token())
                label.drop {
                    (icon(Icon::Clip))
                    span { (speech.t("file-attach-here")) small { (most) } }
                    input type="file" name="files" multiple;
                }
                (Button::plain(speech.t("file-attach")).small().submit())
                ul.attaching role="list" hx-morph-skip-children="" {}
            }
        }
    }
}
