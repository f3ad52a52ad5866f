//! The board of one process: a column for each open stage.

use jiff::Timestamp;
use process::{Stage, Words};
use sales::activity::NextStep;
use sales::deal::month;
use sales::{Owners, WorkingTime};
use store::Tx;
use store::rows::deal_board::{self, COUNTED};
use store::rows::deal_filter::DealFilter;
use store::rows::installation;
use store::rows::totals::{self, CurrencyTotal};

use super::board_column::{self, Cards};
use super::filter::{self, ListFilter};
use super::stages::{self, Family};
use crate::{Error, Look, Result, Scene};

/// Asked of the deals on a board; what is empty asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardFilter {
    pub owners: Option<Vec<i64>>,
    pub team: Option<i64>,
    pub types: Vec<String>,
    pub text: Option<String>,
    pub next_step: Option<NextStep>,
}

impl BoardFilter {
    pub(super) fn bounded(&self, tx: &mut Tx, scene: &Scene) -> Result<DealFilter> {
        let asked = ListFilter {
            owners: self.owners.clone(),
            team: self.team,
            types: self.types.clone(),
            text: self.text.clone(),
            next_step: self.next_step,
            ..ListFilter::default()
        };
        filter::bounded(tx, scene, &asked, None)
    }
}

/// Looks at a board; without `process` at that of the first active one.
#[derive(Clone, Debug)]
pub struct Board {
    pub process: Option<String>,
    pub filter: BoardFilter,
    pub per_column: i64,
}

/// A process that has a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessTitle {
    pub key: String,
    pub title: Words,
}

/// Counts and sums of a column by currency. Filtered columns are counted up to 1,000 deals.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    pub by_currency: Vec<CurrencyTotal>,
    pub is_more: bool,
}

impl Totals {
    /// Deals in all currencies.
    pub fn deals(&self) -> i64 {
        self.by_currency.iter().map(|total| total.deals).sum()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub stage: String,
    pub title: Words,
    pub help: Words,
    /// Percent.
    pub probability: u8,
    pub totals: Totals,
    pub cards: Cards,
}

/// Won since the first of the month.
#[derive(Clone, Debug, PartialEq)]
pub struct Won {
    pub since: Timestamp,
    pub by_currency: Vec<CurrencyTotal>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BoardSeen {
    pub process: ProcessTitle,
    /// Active processes, for the switch above the board.
    pub processes: Vec<ProcessTitle>,
    pub columns: Vec<Column>,
    pub won_this_month: Won,
}

impl Look for Board {
    type Seen = BoardSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<BoardSeen> {
        tx.foresee(|tx| (stages::families(tx, scene), installation::calendar(tx)));
        let families = stages::families(tx, scene)?;
        let family = chosen(&families, self.process.as_deref())?;
        let filter = self.filter.bounded(tx, scene)?;
        let calendar = installation::calendar(tx)?;
        tx.foresee(|tx| {
            (kept_totals(tx, family, &filter), won(tx, scene, family, &filter.owners, &calendar))
        });
        let kept = kept_totals(tx, family, &filter)?;
        let stages: Vec<&Stage> = family.stages().into_iter().filter(|stage| stage.is_open()).collect();
        let keys: Vec<&str> = stages.iter().map(|stage| stage.key.as_str()).collect();
        let cards = board_column::read_first(
            tx,
            scene,
            &calendar,
            &filter,
            &family.versions,
            &keys,
            self.per_column,
        )?;
        let mut columns = Vec::new();
        for (stage, cards) in stages.into_iter().zip(cards) {
            let totals = match &kept {
                Some(kept) => Totals { by_currency: kept_of(kept, &stage.key), is_more: false },
                None => counted(tx, family, &filter, &stage.key)?,
            };
            columns.push(Column {
                stage: stage.key.clone(),
                title: stage.title.clone(),
                help: stage.help.clone(),
                probability: stage.probability,
                totals,
                cards,
            });
        }
        let won_this_month = won(tx, scene, family, &filter.owners, &calendar)?;
        let title =
            |family: &Family| ProcessTitle { key: family.process.clone(), title: family.title.clone() };
        let processes = families.iter().filter(|family| family.active).map(title).collect();
        Ok(BoardSeen { process: title(family), processes, columns, won_this_month })
    }
}

/// The process asked for, or the first.
pub(super) fn chosen<'a>(families: &'a [Family], asked: Option<&str>) -> Result<&'a Family> {
    let found = match asked {
        Some(key) => families.iter().find(|family| family.process == key),
        None => families.first(),
    };
    found.ok_or(Error::NotFound)
}

/// Totals kept beside the deals, where nothing but the owner is asked.
fn kept_totals(tx: &mut Tx, family: &Family, filter: &DealFilter) -> Result<Option<Vec<totals::StageTotal>>> {
    if !filter.is_kept_in_totals() {
        return Ok(None);
    }
    Ok(Some(totals::list_by_stage(tx, &family.process, &filter.owners, None)?))
}

fn kept_of(kept: &[totals::StageTotal], stage: &str) -> Vec<CurrencyTotal> {
    let of_stage = kept.iter().filter(|total| total.stage == stage);
    let total = |total: &totals::StageTotal| CurrencyTotal {
        currency: total.currency.clone(),
        deals: total.deals,
        amount: total.amount,
        recurring: total.recurring,
    };
    of_stage.map(total).collect()
}

fn counted(tx: &mut Tx, family: &Family, filter: &DealFilter, stage: &str) -> Result<Totals> {
    let by_currency = deal_board::list_counted(tx, filter, &family.versions, stage)?;
    let is_more = by_currency.iter().map(|total| total.deals).sum::<i64>() > COUNTED;
    Ok(Totals { by_currency, is_more })
}

fn won(tx: &mut Tx, scene: &Scene, family: &Family, owners: &Owners, calendar: &WorkingTime) -> Result<Won> {
    let first = calendar.day_of(scene.now).first_of_month();
    let since = first.to_zoned(calendar.zone.clone()).map_or(scene.now, |start| start.timestamp());
    let by_currency = totals::list_won_since(tx, owners, &family.versions, &month(first))?;
    Ok(Won { since, by_currency })
}
