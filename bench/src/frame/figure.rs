//! One line of the table.

use std::fmt;

use serde::Serialize;

use super::Spread;

/// Where the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        })
    }
}

/// What is wanted of a ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    AtLeast(f64),
    AtMost(f64),
    /// Kept to be compared with itself from one day to the next.
    Watched,
}

impl Target {
    /// `None` while the interval holds the target.
    pub fn is_met(self, ratio: Spread) -> Option<bool> {
        match self {
            Target::AtLeast(bar) if ratio.low >= bar => Some(true),
            Target::AtLeast(bar) if ratio.high < bar => Some(false),
            Target::AtMost(bar) if ratio.high <= bar => Some(true),
            Target::AtMost(bar) if ratio.low > bar => Some(false),
            _ => None,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::AtLeast(bar) => write!(f, ">= {bar}"),
            Target::AtMost(bar) => write!(f, "<= {bar}"),
            Target::Watched => f.write_str("watched"),
        }
    }
}

/// What a measure has found: a ratio to its floor, or to the bar of an absolute figure.
#[derive(Clone, Debug)]
pub struct Figure {
    pub id: String,
    pub what: String,
    pub engine: Engine,
    pub deals: u32,
    pub ratio: Spread,
    pub target: Target,
    /// The figures behind the ratio, in their units.
    pub beside: String,
}

impl Figure {
    /// A ratio to a floor measured in the same run.
    pub fn ratio(
        id: &str,
        what: &str,
        (engine, deals): (Engine, u32),
        ratios: &[f64],
        target: Target,
    ) -> Figure {
        Figure {
            id: id.to_owned(),
            what: what.to_owned(),
            engine,
            deals,
            ratio: Spread::of(ratios),
            target,
            beside: String::new(),
        }
    }

    /// An absolute figure with its unit, as a ratio to the bar it is held against.
    pub fn absolute(
        id: &str,
        what: &str,
        place: (Engine, u32),
        samples: &[f64],
        (unit, bar): (&str, Target),
    ) -> Figure {
        let spread = Spread::of(samples);
        let (scale, target) = match bar {
            Target::AtLeast(bar) => (1.0 / bar, Target::AtLeast(1.0)),
            Target::AtMost(bar) => (1.0 / bar, Target::AtMost(1.0)),
            Target::Watched => (1.0, Target::Watched),
        };
        let shown = number(spread.middle);
        let figure = Figure::ratio(id, what, place, &[], target);
        let beside = match bar {
            Target::Watched => format!("{shown} {unit}"),
            _ => format!("{shown} {unit}, wanted {bar}"),
        };
        Figure { ratio: spread.times(scale), ..figure }.with(beside)
    }

    pub fn with(mut self, beside: impl Into<String>) -> Figure {
        if !self.beside.is_empty() {
            self.beside.push_str("; ");
        }
        self.beside.push_str(&beside.into());
        self
    }

    pub fn verdict(&self) -> &'static str {
        match (self.target, self.target.is_met(self.ratio)) {
            (Target::Watched, _) => "-",
            (_, Some(true)) => "met",
            (_, Some(false)) => "MISSED",
            (_, None) => "open",
        }
    }
}

/// Three digits that tell, with commas from thousands on.
pub fn number(value: f64) -> String {
    if value >= 1_000.0 {
        let digits = format!("{value:.0}");
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                text.push(',');
            }
            text.push(digit);
        }
        return text;
    }
    let decimals = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else if value >= 1.0 {
        2
    } else {
        3
    };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_within_the_interval_is_neither_met_nor_missed() {
        let ratio = Spread { middle: 1.5, low: 1.4, high: 1.6 };
        assert_eq!(Target::AtMost(1.5).is_met(ratio), None);
        assert_eq!(Target::AtMost(1.6).is_met(ratio), Some(true));
        assert_eq!(Target::AtLeast(1.7).is_met(ratio), Some(false));
    }

    #[test]
    fn an_absolute_figure_becomes_a_ratio_to_its_bar() {
        let figure =
            Figure::absolute("x", "x", (Engine::Sqlite, 1), &[0.2, 0.2], ("ms", Target::AtMost(0.4)));
        assert_eq!((figure.ratio.middle, figure.verdict()), (0.5, "met"));
        assert_eq!(figure.beside, "0.200 ms, wanted <= 0.4");
    }

    #[test]
    fn numbers_show_what_tells() {
        assert_eq!([number(1_234_567.0), number(12.34), number(0.0123)], ["1,234,567", "12.3", "0.012"]);
    }
}
