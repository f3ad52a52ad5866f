//! How much a file holds, as people say it.

use super::{Lang, Speech};

const STEP: u64 = 1024;

impl Speech {
    /// "640 B", "12 KB", "3.4 MB"; «3,4 МБ».
    #[must_use]
    pub fn size(&self, bytes: i64) -> String {
        let bytes = u64::try_from(bytes).unwrap_or_default();
        let (key, count) = match bytes {
            0..STEP => ("size-bytes", bytes.to_string()),
            _ if bytes < STEP * STEP => ("size-kilobytes", bytes.div_ceil(STEP).to_string()),
            _ => ("size-megabytes", tenths(self.lang, bytes * 10 / (STEP * STEP))),
        };
        self.t_with(key, &[("count", count.into())])
    }
}

/// A number given in tenths; whole from ten on.
fn tenths(lang: Lang, tenths: u64) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    if rest == 0 || whole >= 10 { whole.to_string() } else { format!("{whole}{}{rest}", lang.decimal_mark()) }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, tz::TimeZone};

    use super::*;

    #[test]
    fn a_size_is_said_in_the_readers_way() {
        let said = |lang, bytes| Speech::new(lang, TimeZone::UTC, Timestamp::UNIX_EPOCH).size(bytes);
        assert_eq!(said(Lang::En, 640), "640 B");
        assert_eq!(said(Lang::En, 12_000), "12 KB");
        assert_eq!(said(Lang::En, 3_600_000), "3.4 MB");
        assert_eq!(said(Lang::Ru, 3_600_000), "3,4 МБ");
        assert_eq!(said(Lang::Ru, 26_214_400), "25 МБ");
    }
}
