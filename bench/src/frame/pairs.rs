//! Blocks of the product and of its floor in turns, so that a machine's moods fall on both.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::percentile;

/// How many pairs, and how long a block is.
#[derive(Clone, Copy, Debug)]
pub struct Pairs {
    pub count: usize,
    pub block: Duration,
}

/// A side of a pair: does one block and answers its figure.
pub type Block<'a> = &'a mut dyn FnMut() -> Result<f64>;

/// The figures of both sides, pair by pair.
pub struct Paired {
    pub one: Vec<f64>,
    pub other: Vec<f64>,
}

impl Paired {
    /// The first side's figure over the second's.
    pub fn ratios(&self) -> Vec<f64> {
        self.one.iter().zip(&self.other).map(|(one, other)| one / other).collect()
    }

    pub fn medians(&self) -> (f64, f64) {
        (percentile(&self.one, 50.0), percentile(&self.other, 50.0))
    }
}

impl Pairs {
    /// One pair for warming up, then the pairs; each begins with the side that the one before ended with.
    pub fn run(&self, one: Block<'_>, other: Block<'_>) -> Result<Paired> {
        let (_, _) = (one()?, other()?);
        let mut paired = Paired { one: Vec::new(), other: Vec::new() };
        for pair in 0..self.count {
            let (first, second) = if pair % 2 == 0 {
                let first = one()?;
                (first, other()?)
            } else {
                let second = other()?;
                (one()?, second)
            };
            paired.one.push(first);
            paired.other.push(second);
        }
        Ok(paired)
    }

    /// Repeats something for the length of a block.
    pub fn block(&self, mut once: impl FnMut(usize) -> Result<()>) -> Result<Timing> {
        let started = Instant::now();
        let mut times = Vec::new();
        while started.elapsed() < self.block {
            let before = Instant::now();
            once(times.len())?;
            times.push(before.elapsed().as_secs_f64());
        }
        Ok(Timing { times })
    }
}

/// How long each of some repetitions took, in seconds.
pub struct Timing {
    times: Vec<f64>,
}

impl Timing {
    pub fn mean(&self) -> f64 {
        self.times.iter().sum::<f64>() / self.times.len().max(1) as f64
    }

    /// How many there were.
    pub fn turns(&self) -> usize {
        self.times.len()
    }

    pub fn p95(&self) -> f64 {
        percentile(&self.times, 95.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_take_turns_at_beginning() {
        let order = std::cell::RefCell::new(Vec::new());
        let side = |name: char, figure: f64| {
            let order = &order;
            move || {
                order.borrow_mut().push(name);
                Ok(figure)
            }
        };
        let pairs = Pairs { count: 2, block: Duration::ZERO };
        let paired = pairs.run(&mut side('p', 3.0), &mut side('f', 2.0)).unwrap();
        assert_eq!(order.borrow().iter().collect::<String>(), "pfpffp");
        assert_eq!(paired.ratios(), [1.5, 1.5]);
    }
}
