//! Files on records: what one may be called, and what it is by what it holds.

/// The longest name, in bytes: what folders of all systems can keep.
const NAME_MOST: usize = 240;
/// How many of its first bytes tell what a file is.
pub const HEAD: usize = 8192;

/// What a file is to a reader; each has a word under `file-kind-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Document,
    Table,
    Slides,
    Image,
    Sound,
    Video,
    Archive,
    Text,
    /// It may do something when opened.
    Program,
    Other,
}

impl Kind {
    pub fn key(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Document => "document",
            Kind::Table => "table",
            Kind::Slides => "slides",
            Kind::Image => "image",
            Kind::Sound => "sound",
            Kind::Video => "video",
            Kind::Archive => "archive",
            Kind::Text => "text",
            Kind::Program => "program",
            Kind::Other => "other",
        }
    }

    /// The kind of a media type.
    pub fn of(media: &str) -> Kind {
        let holds = |words: &[&str]| words.iter().any(|word| media.contains(word));
        match media {
            "application/pdf" => Kind::Pdf,
            "text/html" | "text/x-shellscript" => Kind::Program,
            _ if holds(&[
                "executable",
                "msdownload",
                "mach-binary",
                "wasm",
                "java",
                "msi",
                "dex",
                "llvm",
            ]) =>
            {
                Kind::Program
            }
            _ if holds(&["spreadsheet", "ms-excel"]) => Kind::Table,
            _ if holds(&["presentation", "powerpoint"]) => Kind::Slides,
            _ if holds(&["wordprocessing", "msword", "opendocument.text", "rtf", "epub"]) => Kind::Document,
            _ if media.starts_with("image/") => Kind::Image,
            _ if media.starts_with("audio/") => Kind::Sound,
            _ if media.starts_with("video/") => Kind::Video,
            _ if media.starts_with("text/") => Kind::Text,
            _ if holds(&["zip", "compressed", "x-tar", "x-xz", "zstd", "x-lz", "x-rar", "vnd.rar"]) => {
                Kind::Archive
            }
            _ => Kind::Other,
        }
    }
}

/// The media type that a file's first bytes tell; whatever its name says.
pub fn media(head: &[u8]) -> &'static str {
    match infer::get(head) {
        Some(found) => found.mime_type(),
        None if is_text(head) => "text/plain",
        None => "application/octet-stream",
    }
}

/// Text in UTF-8, perhaps cut within a letter.
fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    whole && !head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

/// The name as it is kept: without folders, and without letters that nobody sees or that turn what is read around.
/// None where nothing is left.
pub fn name(sent: &str) -> Option<String> {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|letter| !is_hidden(*letter)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    let name = words.join(" ");
    let is_name = name.chars().any(|letter| letter != '.' && letter != ' ');
    is_name.then(|| shortened(&name))
}

fn is_hidden(letter: char) -> bool {
    // Marks of direction, joiners, line and paragraph ends, and the byte order mark.
    const MARKS: [char; 3] = ['\u{61c}', '\u{feff}', '\u{180e}'];
    let is_control = letter.is_control() && letter != '\t';
    is_control
        || MARKS.contains(&letter)
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Cut in the middle of the name, so that its ending stays.
fn shortened(name: &str) -> String {
    if name.len() <= NAME_MOST {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = if ending.is_empty() || ending.len() > 16 { String::new() } else { format!(".{ending}") };
    let room = NAME_MOST - ending.len();
    let end = (0..=room).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
    format!("{}{ending}", name[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(sent: &str) -> String {
        name(sent).unwrap()
    }

    #[test]
    fn a_name_has_no_folders_and_nothing_hidden() {
        assert_eq!(kept("../../etc/passwd"), "passwd");
        assert_eq!(kept("C:\\Users\\ann\\offer.pdf"), "offer.pdf");
        assert_eq!(kept("in\u{0}voice\u{7f}.pdf"), "invoice.pdf");
        assert_eq!(kept("photo\u{202e}gpj.exe"), "photogpj.exe");
        assert_eq!(kept("a\r\nSet-Cookie: b.txt"), "aSet-Cookie: b.txt");
        assert_eq!(kept("  Договор  №5.docx "), "Договор №5.docx");
    }

    #[test]
    fn what_names_nothing_is_no_name() {
        for sent in ["", "..", "folder/", "\u{0}", " . ", "\u{202e}"] {
            assert_eq!(name(sent), None, "{sent:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let long = kept(&format!("{}.pdf", "Щ".repeat(500)));
        assert!(long.len() <= NAME_MOST && long.ends_with("Щ.pdf"), "{long}");
    }

    #[test]
    fn what_a_file_is_its_bytes_tell() {
        assert_eq!(media(b"%PDF-1.7\n"), "application/pdf");
        assert_eq!(media(b"\x89PNG\r\n\x1a\n\0\0"), "image/png");
        assert_eq!(media("Привет, мир".as_bytes()), "text/plain");
        assert_eq!(media(&"Привет".as_bytes()[..3]), "text/plain");
        assert_eq!(media(&[0, 159, 146, 150]), "application/octet-stream");
        assert_eq!(Kind::of(media(b"MZ\x90\0\x03\0\0\0")), Kind::Program);
        assert_eq!(Kind::of(media(b"<!DOCTYPE html><script>")), Kind::Program);
        assert_eq!(Kind::of(media(b"PK\x03\x04rest of it")), Kind::Archive);
    }

    #[test]
    fn offices_write_tables_slides_and_documents() {
        let office = "application/vnd.openxmlformats-officedocument";
        assert_eq!(Kind::of(&format!("{office}.spreadsheetml.sheet")), Kind::Table);
        assert_eq!(Kind::of(&format!("{office}.presentationml.presentation")), Kind::Slides);
        assert_eq!(Kind::of(&format!("{office}.wordprocessingml.document")), Kind::Document);
    }
}
