//! File names with `*` and `?`.

/// Does a file's name fit the pattern, in any case of letters?
pub(crate) fn fits(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.to_lowercase().chars().collect();
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    n = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_pattern_fits_whole_names_in_any_case() {
        assert!(fits("deals*.csv", "Deals.cp1251.CSV"));
        assert!(fits("sales_pipeline.csv", "sales_pipeline.csv"));
        assert!(!fits("sales_pipeline.csv", "sales_pipeline.variant.csv"));
        assert!(fits("*a*b?", "xxaaabbb"));
        assert!(!fits("a?", "a"));
    }
}
