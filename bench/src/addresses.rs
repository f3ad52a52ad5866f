//! What is asked of the server: the same addresses whatever the size of the company.

/// Lists as a head of a team looks at them: open deals, filtered and sorted in the ways the page offers.
/// Each with the column that sorts, whether it falls, and the type of deals, for the floor to ask the same.
pub const LISTS: [(&str, &str, bool, &str); 6] = [
    ("amount", "amount", true, "project"),
    ("expected_close", "expected_close_on", false, ""),
    ("next_step", "next_step_at", false, ""),
    ("name", "name_key", false, "hardware"),
    ("amount", "amount", false, ""),
    ("next_step", "next_step_at", false, "software"),
];

/// Pages of 50 deals.
pub fn list_pages() -> Vec<String> {
    let page = |(sort, _, falls, kind): &(&str, &str, bool, &str)| {
        let desc = if *falls { "&desc=1" } else { "" };
        let kind = if kind.is_empty() { String::new() } else { format!("&type={kind}") };
        format!("/deals/list?sort={sort}{desc}{kind}")
    };
    LISTS.iter().map(page).collect()
}

/// The same by the API.
pub fn list_calls() -> Vec<String> {
    let call = |(sort, _, falls, kind): &(&str, &str, bool, &str)| {
        let kind = if kind.is_empty() { String::new() } else { format!("&type={kind}") };
        format!("/api/v1/deals?status=open&limit=50&sort={sort}&desc={falls}{kind}")
    };
    LISTS.iter().map(call).collect()
}

/// Six columns of twenty cards with their counts and sums.
pub const BOARD_CALL: &str = "/api/v1/deals/board?limit=20";
/// The page, which shows 25 a column.
pub const BOARD_PAGE: &str = "/deals";

/// What is typed, letter by letter.
pub const TYPED: [&str; 6] = ["calder br", "q4711", "petrova", "firewall", "казань", "whitfield"];

/// The fragments on the way to each: from three letters on.
pub fn fragments() -> Vec<String> {
    let upto = |word: &str| -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        (3..=letters.len()).map(|length| letters[..length].iter().collect()).collect()
    };
    TYPED.iter().flat_map(|word| upto(word)).collect()
}

pub fn search_calls() -> Vec<String> {
    fragments().iter().map(|text| format!("/api/v1/search?limit=10&q={}", encode(text))).collect()
}

pub fn palette_calls() -> Vec<String> {
    fragments().iter().map(|text| format!("/search/palette?q={}", encode(text))).collect()
}

/// Groups of deals by a property: stage for the funnel, month for the past.
pub fn dashboard_calls() -> Vec<String> {
    ["by=stage", "by=stage&status=open", "by=month_closed&status=won", "by=owner&status=open"]
        .iter()
        .map(|by| format!("/api/v1/deals/summary?{by}"))
        .collect()
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_typed_from_its_third_letter_on() {
        assert_eq!(&fragments()[..3], ["cal", "cald", "calde"]);
        assert_eq!(encode("каз"), "%D0%BA%D0%B0%D0%B7");
    }
}
