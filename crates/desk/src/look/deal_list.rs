//! Deals as a list, a file or the API reads them: filtered, ordered, page by page.

use std::collections::HashMap;

use process::{End, Stage, Words};
use sales::activity::NextStep;
use store::Tx;
use store::rows::deal_board::{self, Place};
use store::rows::deal_filter::DealFilter;
use store::rows::deal_list::{self, By, ListedDeal, Mark, Order};
use store::rows::totals::{self, CurrencyTotal};

use super::filter::{self, ListFilter};
use super::stages::{self, Family};
use super::{Cursor, StepAhead};
use crate::case::status;
use crate::{Error, Look, Result, Scene};

/// What a list is ordered by. Rows without the value come last, deals without a next step first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Name,
    Amount,
    ExpectedClose,
    Created,
    Changed,
    NextStep,
    /// In the order of the process, within a stage by next step.
    Stage,
}

impl Sort {
    pub const ALL: [Sort; 7] = [
        Sort::Name,
        Sort::Amount,
        Sort::ExpectedClose,
        Sort::Created,
        Sort::Changed,
        Sort::NextStep,
        Sort::Stage,
    ];

    /// As links and the API name it.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::Amount => "amount",
            Sort::ExpectedClose => "expected_close",
            Sort::Created => "created",
            Sort::Changed => "changed",
            Sort::NextStep => "next_step",
            Sort::Stage => "stage",
        }
    }

    pub fn parse(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// The index that gives the order; none for stages, which are walked one by one.
    fn order(self) -> Option<Order> {
        match self {
            Sort::Name => Some(Order::Name),
            Sort::Amount => Some(Order::Amount),
            Sort::ExpectedClose => Some(Order::ExpectedClose),
            Sort::Created => Some(Order::Created),
            Sort::Changed => Some(Order::Changed),
            Sort::NextStep => Some(Order::NextStep),
            Sort::Stage => None,
        }
    }
}

/// Looks at up to 1,000 deals of a list.
#[derive(Clone, Debug)]
pub struct DealList {
    pub filter: ListFilter,
    pub sort: Sort,
    pub desc: bool,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A deal in a list, with the words for its stage and how its next step stands.
#[derive(Clone, Debug, PartialEq)]
pub struct DealEntry {
    pub deal: ListedDeal,
    pub process: String,
    pub stage_title: Words,
    /// None for a deal that is over.
    pub next_step: Option<StepAhead>,
    pub products: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DealPageful {
    pub deals: Vec<DealEntry>,
    pub next: Option<Cursor>,
    /// Count and sums of the whole list, where they are kept: nothing but owner, process, stage and status is asked.
    pub totals: Option<Vec<CurrencyTotal>>,
}

impl Look for DealList {
    type Seen = DealPageful;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<DealPageful> {
        let families = stages::families(tx, scene)?;
        let versions = match &self.filter.process {
            None => None,
            Some(key) => {
                let family = families.iter().find(|family| family.process == *key);
                Some(family.ok_or(Error::NotFound)?.versions.clone())
            }
        };
        let filter = filter::bounded(tx, scene, &self.filter, versions)?;
        let limit = self.limit.clamp(1, 1_000);
        tx.foresee(|tx| kept(tx, &filter, &families));
        let (ids, next) = match self.sort.order() {
            Some(order) if !self.is_all_without_next_step() => self.by_index(tx, &filter, order, limit)?,
            _ => self.by_stage(tx, &filter, &families, limit)?,
        };
        let deals = entries(tx, scene, &families, &ids)?;
        Ok(DealPageful { deals, next, totals: kept(tx, &filter, &families)? })
    }
}

impl DealList {
    /// Deals without a next step are all alike in the order of next steps. They are walked by stage, since the index
    /// of next steps holds every deal that is over among them.
    fn is_all_without_next_step(&self) -> bool {
        self.sort == Sort::NextStep && self.filter.next_step == Some(NextStep::Missing)
    }

    fn by_index(
        &self,
        tx: &mut Tx,
        filter: &DealFilter,
        order: Order,
        limit: i64,
    ) -> Result<(Vec<i64>, Option<Cursor>)> {
        let after = self.after.as_ref().map(Cursor::read::<(Mark, i64)>).transpose()?;
        let by = By { order, desc: self.desc };
        let mut page = deal_list::page(tx, filter, by, after.as_ref(), limit + 1)?;
        let is_more = page.len() as i64 > limit;
        page.truncate(limit as usize);
        let next = page.last().filter(|_| is_more).map(Cursor::of).transpose()?;
        Ok((page.into_iter().map(|(_, id)| id).collect(), next))
    }

    /// Walks the stages as columns of a board, one process after the other.
    fn by_stage(
        &self,
        tx: &mut Tx,
        filter: &DealFilter,
        families: &[Family],
        limit: i64,
    ) -> Result<(Vec<i64>, Option<Cursor>)> {
        let after = self.after.as_ref().map(Cursor::read::<(usize, Place)>).transpose()?;
        let from = after.map_or(0, |(column, _)| column);
        let mut found: Vec<(usize, Place)> = Vec::new();
        for (at, (family, stage)) in columns(families, self.desc).into_iter().enumerate().skip(from) {
            let left = limit + 1 - found.len() as i64;
            if left <= 0 {
                break;
            }
            if !is_asked(filter, family, &stage.key) || !has_status(filter, stage.ends) {
                continue;
            }
            let place = after.filter(|_| at == from).map(|(_, place)| place);
            let places = deal_board::list_column(tx, filter, &family.versions, &stage.key, place, left)?;
            found.extend(places.into_iter().map(|place| (at, place)));
        }
        let is_more = found.len() as i64 > limit;
        found.truncate(limit as usize);
        let next = found.last().filter(|_| is_more).map(Cursor::of).transpose()?;
        Ok((found.into_iter().map(|(_, place)| place.id).collect(), next))
    }
}

fn columns(families: &[Family], desc: bool) -> Vec<(&Family, &Stage)> {
    let mut columns: Vec<(&Family, &Stage)> = Vec::new();
    for family in families {
        columns.extend(family.stages().into_iter().map(|stage| (family, stage)));
    }
    if desc {
        columns.reverse();
    }
    columns
}

fn is_asked(filter: &DealFilter, family: &Family, stage: &str) -> bool {
    let of_process = filter.versions.as_ref().is_none_or(|versions| *versions == family.versions);
    of_process && (filter.stages.is_empty() || filter.stages.iter().any(|asked| asked == stage))
}

fn entries(tx: &mut Tx, scene: &Scene, families: &[Family], ids: &[i64]) -> Result<Vec<DealEntry>> {
    tx.foresee(|tx| {
        let steps = deal_list::list_next_activities(tx, ids);
        (deal_list::list_products(tx, ids), steps, deal_list::load(tx, ids))
    });
    let mut products: HashMap<i64, Vec<String>> = deal_list::list_products(tx, ids)?;
    let mut steps = deal_list::list_next_activities(tx, ids)?;
    let mut entries = Vec::with_capacity(ids.len());
    for deal in deal_list::load(tx, ids)? {
        let family = families.iter().find(|family| family.versions.contains(&deal.process_version_id));
        entries.push(DealEntry {
            process: family.map(|family| family.process.clone()).unwrap_or_default(),
            stage_title: stages::title(tx, scene, deal.process_version_id, &deal.stage)?,
            next_step: (deal.status == "open")
                .then(|| StepAhead::of(deal.next_step_at, steps.remove(&deal.id), scene)),
            products: products.remove(&deal.id).unwrap_or_default(),
            deal,
        });
    }
    Ok(entries)
}

/// The kept totals of the stages asked for.
fn kept(tx: &mut Tx, filter: &DealFilter, families: &[Family]) -> Result<Option<Vec<CurrencyTotal>>> {
    if !filter.is_kept_in_totals() {
        return Ok(None);
    }
    let mut sums: Vec<CurrencyTotal> = Vec::new();
    for family in families {
        for total in totals::list_by_stage(tx, &family.process, &filter.owners, None)? {
            let ends = family.stage(&total.stage).and_then(|stage| stage.ends);
            if is_asked(filter, family, &total.stage) && has_status(filter, ends) {
                add(&mut sums, total);
            }
        }
    }
    sums.sort_by(|a, b| a.currency.cmp(&b.currency));
    Ok(Some(sums))
}

fn has_status(filter: &DealFilter, ends: Option<End>) -> bool {
    if filter.next_step.is_some() && ends.is_some() {
        return false;
    }
    filter.statuses.is_empty() || filter.statuses.iter().any(|asked| asked == status(ends))
}

fn add(sums: &mut Vec<CurrencyTotal>, total: totals::StageTotal) {
    match sums.iter_mut().find(|sum| sum.currency == total.currency) {
        Some(sum) => {
            sum.deals += total.deals;
            sum.amount += total.amount;
            sum.recurring += total.recurring;
        }
        None => sums.push(CurrencyTotal {
            currency: total.currency,
            deals: total.deals,
            amount: total.amount,
            recurring: total.recurring,
        }),
    }
}
