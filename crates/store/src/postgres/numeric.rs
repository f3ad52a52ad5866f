//! NUMERIC on the wire: digits to the base of 10,000, behind their count, weight, sign and scale. SUM over BIGINT
//! answers with it.

use postgres_types::private::BytesMut;

use crate::Cell;

const BASE: i128 = 10_000;
const NEGATIVE: u16 = 0x4000;
const NOT_A_NUMBER: u16 = 0xC000;

type Trouble = Box<dyn std::error::Error + Sync + Send>;

/// A whole number when it is one and fits, otherwise the nearest float.
pub(super) fn read(raw: &[u8]) -> Result<Cell<'static>, Trouble> {
    let words: Vec<u16> =
        raw.chunks_exact(2).map(|pair| pair.try_into().map(u16::from_be_bytes)).collect::<Result<_, _>>()?;
    let [_, weight, sign, _, digits @ ..] = words.as_slice() else {
        return Err("a NUMERIC too short".into());
    };
    if *sign == NOT_A_NUMBER {
        return Ok(Cell::Real(f64::NAN));
    }
    // Two's complement: a weight of -1 is 0xFFFF.
    let weight = i32::from(weight.cast_signed());
    let negative = *sign == NEGATIVE;
    Ok(whole(digits, weight, negative)
        .map_or_else(|| Cell::Real(nearest(digits, weight, negative)), Cell::Int))
}

fn whole(digits: &[u16], weight: i32, negative: bool) -> Option<i64> {
    let places = usize::try_from(weight + 1).ok()?;
    if places > 10 || digits.iter().skip(places).any(|digit| *digit != 0) {
        return (digits.is_empty()).then_some(0);
    }
    let padded = digits.iter().copied().chain(std::iter::repeat(0)).take(places);
    let size = padded.fold(0_i128, |sum, digit| sum * BASE + i128::from(digit));
    i64::try_from(if negative { -size } else { size }).ok()
}

fn nearest(digits: &[u16], weight: i32, negative: bool) -> f64 {
    let size: f64 = digits
        .iter()
        .zip(0..)
        .map(|(digit, place)| f64::from(*digit) * 10_000_f64.powi(weight - place))
        .sum();
    if negative { -size } else { size }
}

/// Writes a whole number.
pub(super) fn write(int: i64, out: &mut BytesMut) {
    let mut digits = Vec::with_capacity(5);
    let mut rest = int.unsigned_abs();
    while rest > 0 {
        digits.push((rest % 10_000) as u16);
        rest /= 10_000;
    }
    digits.reverse();
    let count = digits.len() as u16;
    let sign = if int < 0 { NEGATIVE } else { 0 };
    for word in [count, count.saturating_sub(1), sign, 0].into_iter().chain(digits) {
        out.extend_from_slice(&word.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_whole_number_comes_back_as_it_went() {
        for int in [0, 1, -1, 9_999, 10_000, -10_001, 100_000_000, i64::MAX, i64::MIN] {
            let mut raw = BytesMut::new();
            write(int, &mut raw);
            assert_eq!(read(&raw).unwrap(), Cell::Int(int), "{int}");
        }
    }

    #[test]
    fn a_fraction_is_read_as_a_float() {
        // 12.5: one digit before the point, one behind it.
        let raw: Vec<u8> = [2_u16, 0, 0, 1, 12, 5_000].iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(read(&raw).unwrap(), Cell::Real(12.5));
        // 0.25: no digit before the point.
        let raw: Vec<u8> = [1_u16, 0xFFFF, 0, 2, 2_500].iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(read(&raw).unwrap(), Cell::Real(0.25));
    }
}
