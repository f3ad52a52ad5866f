//! Reads a page as a browser does, as far as what may run in it goes.

use std::fmt::Write as _;

/// A tag that opens, with its attributes as a browser takes them.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// What stands between a script's or a style's tags.
    pub raw: String,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Every tag of a page or a part of one, in order.
pub fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        // A browser takes a letter for a tag; anything else is text, an end, or a comment.
        if !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            assert!(rest.starts_with(['/', '!']), "a bare sign stands in the page: {:.80}", rest);
            continue;
        }
        let (mut tag, after) = tag(rest);
        rest = after;
        if let "script" | "style" | "textarea" | "title" = tag.name.as_str() {
            let end = format!("</{}", tag.name);
            let at = rest.find(&end).unwrap_or_else(|| panic!("{end} is missing"));
            tag.raw = rest[..at].to_owned();
            rest = &rest[at..];
        }
        tags.push(tag);
    }
    tags
}

fn tag(text: &str) -> (Tag, &str) {
    let end = text.find(|letter: char| letter.is_ascii_whitespace() || "/>".contains(letter)).unwrap();
    let name = text[..end].to_ascii_lowercase();
    let (mut attributes, mut rest) = (Vec::new(), &text[end..]);
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name, attributes, raw: String::new() }, after);
        }
        let end = rest.find(|letter: char| letter.is_ascii_whitespace() || "=/>".contains(letter)).unwrap();
        let key = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let inner =
                after.strip_prefix('"').unwrap_or_else(|| panic!("{key} is not quoted: {:.80}", after));
            let end = inner.find('"').unwrap();
            value = unescaped(&inner[..end]);
            rest = &inner[end + 1..];
        }
        attributes.push((key, value));
    }
}

fn unescaped(text: &str) -> String {
    let pairs = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Elements that the pages are made of. None of them brings in a document, a plugin or a picture from elsewhere.
#[rustfmt::skip]
const ELEMENTS: [&str; 78] = [
    "a", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "circle", "code", "datalist", "dd", "defs", "desc", "details",
    "dialog", "div", "dl", "dt", "ellipse", "fieldset", "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4", "head",
    "header", "hr", "html", "i", "input", "kbd", "label", "legend", "li", "line", "link", "main", "mark", "marker", "meta", "meter",
    "nav", "noscript", "ol", "optgroup", "option", "p", "path", "polygon", "polyline", "pre", "progress", "rect", "script", "section",
    "select", "small", "span", "strong", "summary", "svg", "symbol", "table", "tbody", "td", "template", "text", "textarea", "tfoot",
    "th", "thead",
];
const MORE: [&str; 10] = ["time", "title", "tr", "tspan", "ul", "use", "output", "s", "u", "em"];

/// Attributes whose value is an address that a browser follows.
fn is_address(name: &str) -> bool {
    let htmx = name.strip_prefix("data-").unwrap_or(name);
    matches!(name, "href" | "src" | "action" | "formaction" | "xlink:href" | "poster" | "background" | "cite")
        || matches!(htmx, "hx-get" | "hx-post" | "hx-put" | "hx-patch" | "hx-delete")
}

/// What could run, or bring something in, on a page; empty where nothing can.
pub fn dangers(text: &str) -> String {
    let mut found = String::new();
    for tag in tags(text) {
        let Tag { name, attributes, raw } = &tag;
        let mut says = |what: &str| writeln!(found, "{what}: {tag:?}").unwrap();
        if !ELEMENTS.contains(&name.as_str()) && !MORE.contains(&name.as_str()) {
            says("an element that no page has");
        }
        match name.as_str() {
            "script" if !raw.is_empty() => says("a script within the page"),
            "script" if !tag.get("src").is_some_and(|src| src.starts_with("/assets/")) => {
                says("a script that is not ours")
            }
            "link" if !tag.get("href").is_some_and(|href| href.starts_with("/assets/")) => {
                says("a link to what is not ours")
            }
            "meta" if tag.get("http-equiv").is_some() && tag.get("content") != Some("2") => {
                says("a page that leads away by itself")
            }
            "a" if tag.get("target") == Some("_blank") && tag.get("rel").is_none() => {
                says("a page that opens another")
            }
            _ => {}
        }
        for (key, value) in attributes {
            if key.starts_with("on") || key.starts_with("hx-on") || key.starts_with("data-hx-on") {
                says("a script in an attribute");
            }
            if matches!(key.as_str(), "style" | "srcdoc" | "data-hx-vals" | "data-hx-vars" | "srcset") {
                says("an attribute that may not be");
            }
            if is_address(key) && !is_harmless(value) {
                says("an address that runs or leads nowhere");
            }
        }
    }
    found
}

/// An address of ours, a place on the page, or a scheme that runs nothing.
fn is_harmless(address: &str) -> bool {
    let plain = !address.contains(|letter: char| letter.is_control());
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default().split_once(':');
    let known = scheme.is_none_or(|(scheme, _)| {
        matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel")
    });
    plain && known && !address.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reader sees what it is for; otherwise every page would pass.
    #[test]
    fn whatever_could_run_is_seen() {
        for bad in [
            "<p><script>alert(1)</script></p>",
            "<script src=\"https://evil.example/x.js\"></script>",
            "<img src=\"x\">",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"JavaScript:alert(1)\">x</a>",
            "<a href=\"java\tscript:alert(1)\">x</a>",
            "<a href=\"//evil.example\">x</a>",
            "<a href=\"&#39;&quot;javascript:x\" onclick=\"x\">x</a>",
            "<form action=\"data:text/html,x\"></form>",
            "<p style=\"color:red\">x</p>",
            "<svg onload=\"x\"></svg>",
            "<iframe></iframe>",
        ] {
            assert!(!dangers(bad).is_empty(), "{bad}");
        }
        for good in [
            "<!DOCTYPE html><html lang=\"en\"><body><p class=\"a b\" hidden>1 &lt; 2</p></body></html>",
            "<a href=\"/deals?x=1#y\">x</a><a href=\"#main\">x</a><a href=\"mailto:a@b.c\">x</a>",
            "<script src=\"/assets/app.js?v=1\" defer></script><textarea>&lt;script></textarea>",
        ] {
            assert_eq!(dangers(good), "");
        }
    }
}
