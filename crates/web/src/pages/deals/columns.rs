//! Columns of the list of deals: which there are, which are shown, what stands in them.

use desk::look::{DealEntry, Sort};
use maud::{Markup, html};

use super::cards::next;
use super::list::{PATH, ended};
use super::query::DealQuery;
use super::tools::Offers;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Avatar, Column, MenuItem, Order, avatar, chosen_menu, next_step};
use crate::words::Speech;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealColumn {
    Client,
    Name,
    Stage,
    Once,
    Monthly,
    NextStep,
    Close,
    Probability,
    Type,
    Source,
    Campaign,
    Products,
    Created,
    Changed,
    Owner,
}

use DealColumn::{
    Campaign, Changed, Client, Close, Created, Monthly, Name, NextStep, Once, Owner, Probability, Products,
    Source, Stage, Type,
};

/// All of them, in the order they stand in.
const ALL: [DealColumn; 15] = [
    Client,
    Name,
    Stage,
    Once,
    Monthly,
    NextStep,
    Close,
    Probability,
    Type,
    Source,
    Campaign,
    Products,
    Created,
    Changed,
    Owner,
];

/// What is shown before anyone chooses.
const USUAL: [DealColumn; 8] = [Client, Name, Stage, Once, Monthly, NextStep, Close, Owner];

/// The word of the address that names the columns.
pub const WORD: &str = "columns";

impl DealColumn {
    fn key(self) -> &'static str {
        match self {
            Client => "client",
            Name => "name",
            Stage => "stage",
            Once => "once",
            Monthly => "monthly",
            NextStep => "next",
            Close => "close",
            Probability => "probability",
            Type => "type",
            Source => "source",
            Campaign => "campaign",
            Products => "products",
            Created => "created",
            Changed => "changed",
            Owner => "owner",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Client => "field-client",
            Name => "field-deal-name",
            Stage => "field-stage",
            Once => "column-once",
            Monthly => "column-monthly",
            NextStep => "next-step",
            Close => "column-close",
            Probability => "column-probability",
            Type => "field-type",
            Source => "field-source",
            Campaign => "field-campaign",
            Products => "field-product",
            Created => "column-created",
            Changed => "column-changed",
            Owner => "field-owner",
        }
    }

    fn sort(self) -> Option<Sort> {
        match self {
            Name => Some(Sort::Name),
            Stage => Some(Sort::Stage),
            Once => Some(Sort::Amount),
            NextStep => Some(Sort::NextStep),
            Close => Some(Sort::ExpectedClose),
            Created => Some(Sort::Created),
            Changed => Some(Sort::Changed),
            Client | Monthly | Probability | Type | Source | Campaign | Products | Owner => None,
        }
    }

    /// The field that is edited where the column shows it.
    fn field(self) -> Option<&'static str> {
        match self {
            Name => Some("name"),
            Once => Some("amount"),
            Monthly => Some("recurring"),
            Close => Some("expected_close_on"),
            Probability => Some("probability"),
            Type => Some("type"),
            Source => Some("source"),
            Campaign => Some("campaign"),
            Client | Stage | NextStep | Products | Created | Changed | Owner => None,
        }
    }

    fn is_figure(self) -> bool {
        matches!(self, Once | Monthly | Close | Probability | Created | Changed)
    }

    /// The heading, a link where the list sorts by it.
    pub fn head(self, query: &DealQuery, speech: &Speech) -> Column {
        let now = query.sort();
        let link = |sort: Sort| {
            let falls = now == sort && !query.is_falling();
            query.with_all(PATH, &[("sort", sort.key()), ("desc", if falls { "1" } else { "" })])
        };
        let order = if query.is_falling() { Order::Falling } else { Order::Rising };
        Column {
            name: speech.t(self.title()),
            figures: self.is_figure(),
            sort: self.sort().map(link),
            order: (self.sort() == Some(now)).then_some(order),
        }
    }

    /// What stands in the row of a deal.
    pub fn cell(
        self,
        entry: &DealEntry,
        is_first: bool,
        writes: bool,
        offers: &Offers,
        speech: &Speech,
    ) -> Markup {
        let edit = self.field().filter(|_| writes).map(|field| routes::deal_field(entry.deal.id, field));
        let stop = edit.as_ref().map(|_| "-1");
        let deal = &entry.deal;
        let inner = self.inner(entry, offers, speech);
        html! {
            @if is_first { td.name { a href=(routes::deal(deal.id)) { (inner) } } }
            @else {
                @match self {
                    Name => td.clip title=(deal.name) data-edit=[edit] tabindex=[stop] { (inner) },
                    Stage => td.stage { (inner) },
                    Products => td.clip title=(entry.products.join(", ")) { (inner) },
                    _ if self.is_figure() => td.figures data-label=(speech.t(self.title())) data-edit=[edit] tabindex=[stop] { (inner) },
                    _ => td data-edit=[edit] tabindex=[stop] { (inner) },
                }
            }
        }
    }

    fn inner(self, entry: &DealEntry, offers: &Offers, speech: &Speech) -> Markup {
        let deal = &entry.deal;
        let money = |minor: Option<i64>| minor.map(|minor| speech.money(minor, &deal.currency));
        let listed =
            |list: &str, key: &Option<String>| key.as_deref().map(|key| offers.known.title(list, key));
        let moment = |at: jiff::Timestamp| html! { time datetime=(at.to_string()) title=(speech.when_full(at)) { (speech.when(at)) } };
        match self {
            Client => text(
                deal.company_name.clone().or_else(|| deal.person_name.clone()).or(Some(deal.name.clone())),
            ),
            Name => text(Some(deal.name.clone())),
            Stage => text(Some(said(&entry.stage_title, speech))),
            Once => text(money(deal.amount)),
            Monthly => text(money(deal.recurring)),
            NextStep => match &entry.next_step {
                Some(step) => next_step(&next(Some(step), &offers.known), speech),
                None => ended(&deal.status, speech),
            },
            Close => match deal.expected_close_on {
                Some(day) => html! { time datetime=(day) title=(speech.day_full(day)) { (speech.day(day)) } },
                None => text(None),
            },
            Probability => text(Some(speech.percent(deal.probability.unwrap_or(deal.stage_probability)))),
            Type => text(listed("deal-type", &deal.kind)),
            Source => text(listed("source", &deal.source)),
            Campaign => text(deal.campaign.clone()),
            Products => text((!entry.products.is_empty()).then(|| entry.products.join(", "))),
            Created => moment(deal.created_at),
            Changed => moment(deal.changed_at),
            Owner => avatar(&Avatar::of(deal.owner_name.as_str())),
        }
    }
}

/// Words, or a dash that says nothing stands there.
pub fn text(words: Option<String>) -> Markup {
    html! { @if let Some(words) = words.filter(|words| !words.is_empty()) { (words) } @else { span.none { "–" } } }
}

/// Whether a field may be edited where it stands.
pub fn is_editable(field: &str) -> bool {
    ALL.into_iter().any(|column| column.field() == Some(field))
}

/// The columns an address names; the usual ones where it names none.
pub fn shown(query: &DealQuery) -> Vec<DealColumn> {
    let named: Vec<&str> = query.text(WORD).split(',').collect();
    let found: Vec<DealColumn> = ALL.into_iter().filter(|column| named.contains(&column.key())).collect();
    if found.is_empty() { USUAL.to_vec() } else { found }
}

/// A menu that shows or hides one column at a time; the last one shown stays.
pub fn menu(query: &DealQuery, speech: &Speech) -> Markup {
    let now = shown(query);
    let item = |column: DealColumn| {
        let chosen = now.contains(&column);
        let kept = ALL.into_iter().filter(|one| if *one == column { !chosen } else { now.contains(one) });
        let mut then: Vec<&str> = kept.map(DealColumn::key).collect();
        if then.is_empty() {
            then.push(column.key());
        }
        let usual = then == USUAL.map(DealColumn::key);
        let word = if usual { String::new() } else { then.join(",") };
        MenuItem { chosen, ..MenuItem::link(speech.t(column.title()), query.with(PATH, WORD, &word)) }
    };
    let items: Vec<MenuItem> = ALL.into_iter().map(item).collect();
    chosen_menu(&speech.t("choose-columns"), &items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posted::Form;

    #[test]
    fn an_address_names_the_columns_and_their_order_is_ours() {
        let of = |words: &str| shown(&DealQuery(Form(vec![(WORD.to_owned(), words.to_owned())])));
        assert_eq!(of("owner,client,nonsense"), [Client, Owner]);
        assert_eq!(of("nonsense"), USUAL);
        assert_eq!(shown(&DealQuery::default()), USUAL);
    }
}
