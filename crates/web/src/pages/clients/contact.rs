//! Ways to reach somebody, as links.

use maud::{Markup, html};
use sales::contact::dialled;

/// A number that dials.
pub(in crate::pages) fn phone(written: &str) -> Markup {
    html! { a href=(tel(written)) { (written) } }
}

/// Numbers, one a line.
pub(in crate::pages) fn phones(lines: &str) -> Markup {
    html! { @for line in lines.lines() { div { (phone(line)) } } }
}

/// The address that dials a number as it is written.
pub(in crate::pages) fn tel(written: &str) -> String {
    let plain = || written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{}", dialled(written, None).unwrap_or_else(plain))
}

/// An address that begins a mail.
pub(in crate::pages) fn mail(address: &str) -> Markup {
    html! { a href=(format!("mailto:{address}")) { (address) } }
}

/// Addresses, one a line.
pub(in crate::pages) fn mails(lines: &str) -> Markup {
    html! { @for line in lines.lines() { div { (mail(line)) } } }
}

/// A website in a tab of its own, shown without its scheme; only the two schemes of the web are followed.
pub(in crate::pages) fn site(web: &str) -> Markup {
    let bare = web.strip_prefix("https://").or_else(|| web.strip_prefix("http://"));
    let address = if bare.is_some() { web.to_owned() } else { format!("https://{web}") };
    let shown = bare.unwrap_or(web).trim_end_matches('/');
    html! { a href=(address) target="_blank" rel="noopener noreferrer" { (shown) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_dial_and_sites_open_only_over_the_web() {
        assert_eq!(tel("+44 20 7946 0018"), "tel:+442079460018");
        assert_eq!(tel("ext 12"), "tel:12");
        assert!(site("kestrel.example").into_string().contains("href=\"https://kestrel.example\""));
        assert!(site("http://kestrel.example/").into_string().ends_with(">kestrel.example</a>"));
        assert!(site("javascript:alert(1)").into_string().contains("href=\"https://javascript:"));
    }
}
