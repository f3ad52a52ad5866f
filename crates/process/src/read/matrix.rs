//! An approval's matrix: who answers, by amount. Each row becomes a step that is asked where the amount falls in it.

use super::Reader;
use super::approvals::Step;
use crate::Mend;
use crate::condition::{Condition, Expr, Node as Tree, Scope, check, parse};
use crate::definition::{Level, Need};
use crate::text::{Keys, Node, Spot, both};

pub(crate) const MATRIX: [&str; 2] = ["of", "rows"];
pub(crate) const ROW: [&str; 5] = ["over", "up_to", "from", "any_of", "all_of"];

/// Rows of a matrix, and what asking needs: an amount that some row takes.
pub(super) struct Matrix {
    pub steps: Vec<Step>,
    pub need: Need,
}

/// A bound as the file writes it: `10000 EUR`, or a bare number where the field is one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    units: i64,
    currency: Option<String>,
}

impl Bound {
    fn read(text: &str) -> Option<Bound> {
        let (units, currency) = match text.split_once(' ') {
            Some((units, currency)) => (units, Some(currency.to_owned())),
            None => (text, None),
        };
        Some(Bound { units: units.replace('_', "").parse().ok()?, currency })
    }

    /// As a condition writes it.
    fn literal(&self) -> String {
        match &self.currency {
            Some(currency) => format!("money({}, \"{currency}\")", self.units),
            None => self.units.to_string(),
        }
    }
}

impl Reader<'_> {
    pub(super) fn matrix(&mut self, node: &Node, stand_in: &[String]) -> Option<Matrix> {
        let keys = Keys::open(node, &MATRIX, &[], self.report)?;
        let Some(of) = keys.text("of", self.report) else {
            self.report.shape(&node.spot, both("of: deal.amount", "of: deal.amount"));
            return None;
        };
        let title = match self.field(of) {
            Ok((_, title)) => title,
            Err(near) => {
                self.report.unknown("DW202", &node.spot, both("field", "поле"), of, near.as_deref());
                return None;
            }
        };
        let mut steps = Vec::new();
        let mut reached: Option<Bound> = None;
        let mut is_open = true;
        for (place, row) in keys.get("rows").map(Node::items).unwrap_or_default().iter().enumerate() {
            let row_keys = Keys::open(row, &ROW, &[], self.report)?;
            let (over, up_to) = (self.bound(row_keys, "over")?, self.bound(row_keys, "up_to")?);
            if (place > 0 && over != reached) || (place == 0 && over.is_some()) || !is_open {
                self.hole_or_overlap(&row.spot);
            }
            is_open = up_to.is_some();
            let only_if = self.falls_in(of, over.as_ref(), up_to.as_ref(), &row.spot)?;
            reached = up_to;
            steps.extend(self.step(row_keys, stand_in).map(|step| Step { only_if: Some(only_if), ..step }));
        }
        if is_open {
            self.hole_or_overlap(&node.spot);
        }
        let says = both(
            format!("{} is not filled, or in a currency of no row.", title.en),
            format!("{}: не заполнено или в валюте, которой нет в таблице.", title.ru),
        );
        let some_row = steps.iter().filter_map(|step| step.only_if.as_ref()).map(|row| row.tree.clone());
        let either = |one: Expr, other: Expr| Expr::new(0, Tree::Or(one.into(), other.into()));
        let tree = some_row.reduce(either)?;
        let need = Need {
            id: of.into(),
            level: Level::Block,
            firm: true,
            stays_true: false,
            only_if: None,
            holds: Condition { text: String::new(), tree },
            says,
            mend: Some(Mend::Fill { field: of.into() }),
            spot: node.spot.clone(),
        };
        Some(Matrix { steps, need })
    }

    /// `Some(None)` where the row has no such bound.
    fn bound(&mut self, keys: Keys<'_>, key: &str) -> Option<Option<Bound>> {
        let Some(node) = keys.get(key) else { return Some(None) };
        let bound = node.text().and_then(Bound::read);
        if bound.is_none() {
            self.report.shape(&node.spot, both("10000 EUR, or a number", "10000 EUR или число"));
        }
        bound.map(Some)
    }

    /// The condition that the amount falls in a row.
    fn falls_in(
        &mut self,
        of: &str,
        over: Option<&Bound>,
        up_to: Option<&Bound>,
        spot: &Spot,
    ) -> Option<Condition> {
        let over = over.map(|bound| format!("{of} > {}", bound.literal()));
        let up_to = up_to.map(|bound| format!("{of} <= {}", bound.literal()));
        let parts: Vec<String> = over.into_iter().chain(up_to).collect();
        let text = if parts.is_empty() { format!("filled({of})") } else { parts.join(" && ") };
        let mut tree = parse(&text).ok()?;
        if let Err(fault) = check(&mut tree, self) {
            self.fault(&fault, spot);
            return None;
        }
        Some(Condition { text, tree })
    }

    /// DW506: every amount has one row.
    fn hole_or_overlap(&mut self, spot: &Spot) {
        let says = both(
            "The rows of the matrix leave a hole or overlap.",
            "Строки таблицы оставляют промежуток или пересекаются.",
        );
        let hint = both(
            "Each row begins over what the one before went up to; the first has no over, the last no up_to.",
            "Каждая строка начинается с over там, где предыдущая кончилась; у первой нет over, у последней нет up_to.",
        );
        self.report.blocks("DW506", spot, says, hint);
    }
}
