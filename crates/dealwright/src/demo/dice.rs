//! Chance by a seed: the same numbers for the same seed on every machine and in every release (SplitMix64).

/// A stream of numbers that depends on nothing but its seed, its kind and its number.
pub struct Dice(u64);

/// What a stream is thrown for; streams of different kinds have nothing in common.
#[derive(Clone, Copy)]
pub enum Of {
    Naming,
    Company,
    Facts,
    Person,
    Deal,
    Life,
    Telling,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    pub fn new(seed: u64, of: Of, nth: u32) -> Dice {
        let kind = (of as u64 + 1) << 40;
        let mut dice =
            Dice(seed.wrapping_mul(STEP) ^ (kind + u64::from(nth)).wrapping_mul(0xD6E8_FEB8_6659_FD93));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: u32) -> u32 {
        let wide = u128::from(self.next()) * u128::from(end);
        (wide >> 64) as u32
    }

    /// A number in `low..=high`.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, times: u32) -> bool {
        self.below(100) < times
    }

    /// One of them; `T`'s empty value where there is none.
    pub fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        from.get(self.below(from.len() as u32) as usize).copied().unwrap_or_default()
    }

    /// One of them by weight.
    pub fn weighed<T: Copy + Default>(&mut self, from: &[(T, u32)]) -> T {
        let mut at = self.below(from.iter().map(|(_, weight)| weight).sum());
        for (thing, weight) in from {
            if at < *weight {
                return *thing;
            }
            at -= weight;
        }
        T::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same_and_another_kind_something_else() {
        let throw = |seed, of, nth| {
            let mut dice = Dice::new(seed, of, nth);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(throw(7, Of::Deal, 3), throw(7, Of::Deal, 3));
        assert_ne!(throw(7, Of::Deal, 3), throw(7, Of::Life, 3));
        assert_ne!(throw(7, Of::Deal, 3), throw(7, Of::Deal, 4));
        assert_ne!(throw(7, Of::Deal, 3), throw(8, Of::Deal, 3));
    }

    #[test]
    fn weights_are_kept() {
        let mut dice = Dice::new(1, Of::Deal, 0);
        let heads = (0..10_000).filter(|_| dice.weighed(&[("heads", 3), ("tails", 1)]) == "heads").count();
        assert!((7_300..7_700).contains(&heads), "{heads}");
    }
}
