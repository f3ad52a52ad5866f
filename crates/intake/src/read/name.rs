//! A file's name as it is kept: it leads nowhere.

/// No file system has longer ones.
const LONGEST: usize = 255;

/// The last part of a path of any system, without characters that can't be seen and without what is too long; empty
/// where nothing is left.
#[must_use]
pub fn file_name(path: &str) -> String {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn only_the_last_part_that_can_be_seen_stays() {
        for path in ["deals.csv", "../../deals.csv", "C:\\x\\deals.csv", "a/de\0als.csv\n"] {
            assert_eq!(file_name(path), "deals.csv");
        }
        assert_eq!(file_name("/"), "");
        assert_eq!(file_name(&"х".repeat(300)).chars().count(), 255);
    }
}
