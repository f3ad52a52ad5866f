//! A median with the interval that it is known to.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// How often the samples are drawn anew.
const DRAWS: usize = 2_000;

/// The median of samples with its 95 % interval, by drawing the samples anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub middle: f64,
    pub low: f64,
    pub high: f64,
}

impl Spread {
    /// Of no samples: not a number.
    pub fn of(samples: &[f64]) -> Spread {
        let middle = percentile(samples, 50.0);
        if samples.len() < 2 {
            return Spread { middle, low: middle, high: middle };
        }
        let mut random = StdRng::seed_from_u64(1);
        let mut draw = || {
            let drawn: Vec<f64> =
                samples.iter().map(|_| samples[random.random_range(0..samples.len())]).collect();
            percentile(&drawn, 50.0)
        };
        let medians: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
        Spread { middle, low: percentile(&medians, 2.5), high: percentile(&medians, 97.5) }
    }

    pub fn times(self, factor: f64) -> Spread {
        Spread { middle: self.middle * factor, low: self.low * factor, high: self.high * factor }
    }
}

/// The value below which so many percent of the samples lie; the nearest rank's, in between two the mean for medians.
pub fn percentile(samples: &[f64], percent: f64) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = percent / 100.0 * last as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_lies_within_its_interval() {
        let samples: Vec<f64> = (1..=31).map(f64::from).collect();
        let spread = Spread::of(&samples);
        assert_eq!(spread.middle, 16.0);
        assert!(
            spread.low < 16.0 && spread.low > 8.0 && spread.high > 16.0 && spread.high < 24.0,
            "{spread:?}"
        );
    }

    #[test]
    fn a_percentile_between_two_samples_lies_between_them() {
        assert_eq!(percentile(&[4.0, 1.0, 3.0, 2.0], 50.0), 2.5);
        assert_eq!(percentile(&[1.0], 95.0), 1.0);
        assert!(percentile(&[], 50.0).is_nan());
    }
}
