//! A file on its way out: saved and never shown, whatever it is.

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::file::{FileRow, Opened};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::security::FILE_POLICY;

/// Bytes that are read at once.
const PART: usize = 64 * 1024;
/// `attr-char` of RFC 5987.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The bytes, or the part of them that is asked for, or that the reader has them already.
///
/// # Errors
/// What the disk says of a part that can't be found.
pub async fn download(file: &FileRow, opened: Opened, asked: &HeaderMap) -> std::io::Result<Response> {
    let tag = format!("\"{}\"", file.hash);
    let common = [
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
        (header::CONTENT_SECURITY_POLICY, FILE_POLICY.to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
    ];
    if has(asked, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let Opened { file: mut bytes, size } = opened;
    let part = match range(asked, &tag, size) {
        Range::Whole => None,
        Range::Part(from, to) => Some((from, to)),
        Range::Beyond => {
            let place = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, common, place).into_response());
        }
    };
    let (from, to) = part.unwrap_or((0, size.saturating_sub(1)));
    bytes.seek(std::io::SeekFrom::Start(from)).await?;
    let length = (to + 1 - from).min(size);
    let body = Body::from_stream(ReaderStream::with_capacity(bytes.take(length), PART));
    let about = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, disposition(&file.name)),
    ];
    let answer = (common, about, body).into_response();
    Ok(match part {
        None => answer,
        Some(_) => {
            let place = [(header::CONTENT_RANGE, format!("bytes {from}-{to}/{size}"))];
            (StatusCode::PARTIAL_CONTENT, place, answer).into_response()
        }
    })
}

/// Whether the reader says to have these bytes.
fn has(asked: &HeaderMap, tag: &str) -> bool {
    let values = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(','));
    tags.any(|one| matches!(one.trim().trim_start_matches("W/"), one if one == tag || one == "*"))
}

#[derive(Debug, PartialEq, Eq)]
enum Range {
    Whole,
    /// From the first byte to the last.
    Part(u64, u64),
    Beyond,
}

/// The one part that is asked for; who asks for several, or of other bytes, gets all.
fn range(asked: &HeaderMap, tag: &str, size: u64) -> Range {
    let text = |name| asked.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    if text(header::IF_RANGE).is_some_and(|of| of != tag) {
        return Range::Whole;
    }
    let part = text(header::RANGE).and_then(|range| range.strip_prefix("bytes="));
    let Some((from, to)) = part.and_then(|part| part.split_once('-')) else { return Range::Whole };
    let last = size.saturating_sub(1);
    match (from.parse::<u64>(), to.parse::<u64>()) {
        (Ok(from), _) if from > last => Range::Beyond,
        (Ok(from), Ok(to)) if to >= from => Range::Part(from, to.min(last)),
        (Ok(from), Err(_)) if to.is_empty() => Range::Part(from, last),
        (Err(_), Ok(0)) if from.is_empty() => Range::Beyond,
        (Err(_), Ok(count)) if from.is_empty() => Range::Part(size.saturating_sub(count), last),
        _ => Range::Whole,
    }
}

/// The name for every browser (RFC 6266): in ASCII for the old ones, in full for the others.
fn disposition(name: &str) -> String {
    let is_plain = |letter: char| letter == ' ' || (letter.is_ascii_graphic() && !"\"\\%;".contains(letter));
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, PLAIN))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_name_can_say_nothing_but_itself() {
        assert_eq!(
            disposition("Счёт \"5\"; x=1.pdf"),
            "attachment; filename=\"____ _5__ x=1.pdf\"; \
             filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%225%22%3B%20x%3D1.pdf"
        );
        assert!(disposition("a\r\nSet-Cookie: b").contains("filename=\"a__Set-Cookie: b\""));
        assert!(disposition("\u{202e}gpj.exe").is_ascii());
    }

    #[test]
    fn a_part_is_within_the_bytes() {
        let asked = |text: &'static str| {
            let headers = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(text))]);
            range(&headers, "\"x\"", 10)
        };
        assert_eq!(asked("bytes=2-5"), Range::Part(2, 5));
        assert_eq!(asked("bytes=2-"), Range::Part(2, 9));
        assert_eq!(asked("bytes=-3"), Range::Part(7, 9));
        assert_eq!(asked("bytes=-30"), Range::Part(0, 9));
        assert_eq!(asked("bytes=5-90"), Range::Part(5, 9));
        assert_eq!(asked("bytes=10-"), Range::Beyond);
        assert_eq!(asked("bytes=-0"), Range::Beyond);
        for odd in ["bytes=5-2", "bytes=a-b", "bytes=0-1,3-4", "lines=1-2", "bytes=-"] {
            assert_eq!(asked(odd), Range::Whole, "{odd}");
        }
    }
}
