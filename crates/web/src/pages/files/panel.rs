//! The files of a record as a panel: each with what it is and who attached it, and a place to drop more.

use desk::file::{FilesOf, FilesSeen, ListedFile, Paper};
use desk::look::{Cursor, Of};
use maud::{Markup, html};

use super::{home, in_brief};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Button, Field, Icon, Tone, chip, icon, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Files that a panel shows at once.
const SHOWN: i64 = 30;

pub struct FilesPanel {
    of: Of,
    seen: FilesSeen,
    /// What papers are called.
    known: Known,
    /// What is to be attached.
    wanted: Paper,
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
        wanted: &Paper,
    ) -> desk::Result<FilesPanel> {
        let look = (FilesOf { of, after, limit: SHOWN }, Known::asked(Vec::new()));
        let (seen, known) = app.desk.read(visitor.actor(), look).await?;
        let (known, most) = (Known::of(known, visitor), app.desk.files().most());
        Ok(FilesPanel { of, seen, known, wanted: wanted.clone(), most })
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
        let describe = speech.t_with("file-describe-this", &[("name", file.name.as_str().into())]);
        let remove = speech.t_with("file-remove", &[("name", file.name.as_str().into())]);
        html! {
            li {
                (icon(Icon::Paper))
                div { a href=(routes::file(file.id)) data-hx-boost="false" download title=(file.name) { (file.name) } (self.paper(file, speech)) small { (about) } }
                @if self.seen.may_write {
                    (Button::quiet(describe).bare(Icon::Pen).small().opens(routes::and_back(&routes::act(&routes::file(file.id), "describe"), &home(self.of))))
                    form method="post" action=(routes::act(&routes::file(file.id), "remove")) {
                        (visitor.token())
                        (Button::quiet(remove).bare(Icon::Bin).small().submit())
                    }
                }
            }
        }
    }

    /// What is attached is this paper.
    fn asks(&self, speech: &Speech) -> Markup {
        let document = self.wanted.document.as_deref().unwrap_or_default();
        let mut kinds = self.known.options("document-kind", document);
        kinds.insert(0, (String::new(), speech.t("document-none")));
        html! {
            div.paper-asked {
                (Field::select("document", speech.t("field-document"), kinds).id("attach-document").value(document).label_unseen().show(speech))
                (Field::tick("signed", "true", &speech.t("field-signed"), self.wanted.signed))
            }
        }
    }

    /// Which paper it is, and whether it is signed.
    fn paper(&self, file: &ListedFile, speech: &Speech) -> Markup {
        if file.document.is_empty() {
            return Markup::default();
        }
        let kind = self.known.title("document-kind", &file.document);
        html! {
            span.paper {
                (chip(Tone::Plain, None, &kind))
                @if file.signed { (chip(Tone::Green, Some(Icon::Check), &speech.t("file-signed"))) }
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
                (self.asks(speech))
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
