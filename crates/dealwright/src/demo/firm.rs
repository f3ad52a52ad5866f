//! The made-up company: who sells, to whom, and what. Everything is told by its number alone, so that a million deals
//! need no more memory than one.

use super::dice::{Dice, Of};
use super::naming;
use super::sellers::Sellers;
use super::words::{Land, part};

pub struct Firm {
    pub seed: u64,
    pub house: Land,
    /// ISO 4217.
    pub currency: String,
    pub sellers: Sellers,
    pub companies: u32,
}

pub struct Company {
    pub name: String,
    pub land: Land,
    pub industry: &'static str,
    pub town: &'static str,
    pub owner: usize,
}

pub struct Person {
    pub name: String,
    pub role: &'static str,
    pub mail: String,
}

/// Of so many companies one is of the other land.
const ABROAD: u32 = 10;

/// Of so many companies one is a branch of another.
const DOZEN: u32 = 12;

impl Firm {
    /// Five deals a company, 120 a seller; `first` is who administers the installation.
    pub fn new(seed: u64, deals: u32, house: Land, currency: &str, first: Option<String>) -> Firm {
        let sellers = Sellers::new((deals / 120).clamp(6, 60), house, first);
        Firm { seed, house, currency: currency.to_owned(), sellers, companies: (deals / 5).max(20) }
    }

    /// The company that this one is a branch of.
    pub fn parent_of(&self, nth: u32) -> Option<u32> {
        let first = (nth % DOZEN == DOZEN - 1).then(|| nth + 1 - DOZEN)?;
        Some(first + Dice::new(self.seed, Of::Naming, nth).below(DOZEN - 3))
    }

    pub fn company(&self, nth: u32) -> Company {
        let mut dice = Dice::new(self.seed, Of::Company, nth);
        let mut company = match self.parent_of(nth) {
            None => self.independent(nth, &mut dice),
            Some(parent) => {
                let above = self.company(parent);
                let town = above.land.words().pick("town", &mut dice);
                Company { name: format!("{} ({town})", above.name), town, ..above }
            }
        };
        company.owner = dice.pick(&self.sellers.of(company.land)) as usize;
        company
    }

    fn independent(&self, nth: u32, dice: &mut Dice) -> Company {
        let abroad = nth % ABROAD == 3;
        let land = if abroad { self.house.other() } else { self.house };
        let of_land = if abroad { nth / ABROAD } else { nth - (nth + ABROAD - 4) / ABROAD };
        let (name, industry) = naming::company(land, of_land, self.seed);
        Company { name, land, industry, town: land.words().pick("town", dice), owner: 0 }
    }

    /// How many people of a company are known.
    pub fn staff(&self, nth: u32) -> u32 {
        Dice::new(self.seed, Of::Person, nth).weighed(&[(1, 3), (2, 4), (3, 2), (4, 1)])
    }

    /// The nth person of a company; the first one decides.
    pub fn person(&self, company: u32, of: &Company, nth: u32) -> Person {
        let mut dice = Dice::new(self.seed, Of::Person, company);
        dice.below(10);
        let (given, family) = (dice.below(1000) + nth * 11, dice.below(1000) + nth * 7);
        let name = naming::person(of.land, given as usize, family as usize);
        let words = of.land.words();
        let role = match nth {
            0 => words.pick("chief", &mut dice),
            _ => words.nth("staff", (dice.below(100) + nth) as usize),
        };
        let mail = format!("{}@{}", naming::slug(&name).replace('-', "."), host(&of.name));
        Person { name, role, mail }
    }
}

/// Letters of a host's name at most, as far as its words allow.
const HOST: usize = 18;

/// A host of the names that nobody may own.
pub fn host(company: &str) -> String {
    let mut slug = naming::slug(company);
    let end = slug.char_indices().rfind(|(at, letter)| *letter == '-' && *at <= HOST);
    if let (Some((end, _)), true) = (end, slug.len() > HOST) {
        slug.truncate(end);
    }
    format!("{slug}.example")
}

/// What a deal is about.
pub struct Deal {
    pub owner: usize,
    pub land: Land,
    pub client: String,
    pub person: Person,
    pub name: String,
    pub kind: &'static str,
    pub product: &'static str,
    /// Whole units of the currency.
    pub amount: Option<i64>,
    pub recurring: Option<i64>,
    pub source: &'static str,
    pub campaign: Option<&'static str>,
    pub stage: &'static str,
    /// Why it was lost, if it was.
    pub reason: &'static str,
}

/// Stage, weight: more at the top of the funnel, most of history closed.
const STAGES: [(&str, u32); 8] = [
    ("prospect", 13),
    ("first-appointment", 9),
    ("discovery", 8),
    ("presentation", 6),
    ("follow-up", 6),
    ("commitment", 5),
    ("won", 27),
    ("lost", 26),
];

const SOURCES: [(&str, u32); 7] = [
    ("event", 20),
    ("networking", 16),
    ("front-counter", 8),
    ("referral", 22),
    ("web", 18),
    ("cold-call", 10),
    ("existing-client", 6),
];

const REASONS: [(&str, u32); 4] = [("price", 35), ("competitor", 25), ("no-need", 20), ("no-budget", 20)];

impl Firm {
    pub fn deal(&self, nth: u32) -> Deal {
        let mut dice = Dice::new(self.seed, Of::Deal, nth);
        // A fifth of the clients bring a third of the deals.
        let among = if dice.percent(18) { (self.companies / 5).max(1) } else { self.companies };
        // The first deal is what most people look at first: it is of the house's own land and stands in the middle.
        let company = if nth == 0 { 0 } else { dice.below(among) };
        let client = self.company(company);
        let owner = match dice.percent(88) {
            true => client.owner,
            false => dice.pick(&self.sellers.of(client.land)) as usize,
        };
        let person = self.person(company, &client, dice.below(self.staff(company)).min(1));
        let stage = if nth == 0 { "discovery" } else { dice.weighed(&STAGES) };
        let source = dice.weighed(&SOURCES);
        let campaign =
            (source == "event" && dice.percent(60)).then(|| client.land.words().pick("campaign", &mut dice));
        let reason = if stage == "lost" { dice.weighed(&REASONS) } else { "" };
        let deal = Deal {
            owner,
            land: client.land,
            client: client.name,
            person,
            name: String::new(),
            kind: "",
            product: "",
            amount: None,
            recurring: None,
            source,
            campaign,
            stage,
            reason,
        };
        self.offered(deal, &mut dice)
    }

    /// What is offered, how many, at what price.
    fn offered(&self, mut deal: Deal, dice: &mut Dice) -> Deal {
        let words = deal.land.words();
        let offer = words.pick("offers", dice);
        let number = |at: usize| part(offer, at).parse::<u32>().unwrap_or(0);
        let many = dice.between(number(3), number(4));
        let site = words.pick("site", dice);
        deal.name = part(offer, 0).replace("{n}", &many.to_string()).replace("{site}", site);
        deal.kind = part(offer, 1);
        deal.product = part(self.house.words().nth("products", number(2).saturating_sub(1) as usize), 0);
        let scale = scale(&self.currency);
        let worth = |each: u32| (each > 0).then(|| i64::from(each * many) * scale);
        // Nobody asks for a price in the first talk.
        let priced = deal.stage != "prospect" || dice.percent(70);
        deal.amount = worth(number(5)).filter(|_| priced);
        deal.recurring = worth(number(6)).filter(|_| priced);
        deal
    }
}

/// About how many units of a currency a pound is.
pub fn scale(currency: &str) -> i64 {
    match currency {
        "RUB" | "INR" => 100,
        "JPY" => 200,
        "KZT" => 600,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn firm() -> Firm {
        Firm::new(7, 1_000, Land::English, "GBP", Some("Dana Whitfield".into()))
    }

    fn is_cyrillic(text: &str) -> bool {
        text.chars().any(|letter| ('а'..='я').contains(&letter))
    }

    #[test]
    fn a_tenth_is_russian_all_through() {
        let firm = firm();
        let mut abroad = 0;
        for nth in 0..firm.companies {
            let company = firm.company(nth);
            let russian = company.land == Land::Russian;
            abroad += u32::from(russian);
            let person = firm.person(nth, &company, 0);
            let owner = &firm.sellers.all[company.owner].name;
            for text in
                [company.name.as_str(), company.town, company.industry, &person.name, person.role, owner]
            {
                assert_eq!(is_cyrillic(text), russian, "{text} of {}", company.name);
            }
        }
        assert!((15..=30).contains(&abroad), "{abroad}");
    }

    #[test]
    fn a_branch_is_named_after_its_company() {
        let firm = firm();
        let branches: Vec<u32> = (0..firm.companies).filter(|nth| firm.parent_of(*nth).is_some()).collect();
        assert_eq!(branches.len(), 16);
        for nth in branches {
            let parent = firm.company(firm.parent_of(nth).unwrap());
            let branch = firm.company(nth);
            assert!(branch.name.starts_with(&parent.name) && branch.land == parent.land);
        }
    }

    #[test]
    fn colleagues_have_different_names() {
        let firm = firm();
        for nth in 0..firm.companies {
            let company = firm.company(nth);
            let names: BTreeSet<String> =
                (0..firm.staff(nth)).map(|at| firm.person(nth, &company, at).name).collect();
            assert_eq!(names.len() as u32, firm.staff(nth));
        }
    }

    #[test]
    fn deals_are_spread_over_owners_stages_types_sources_and_products() {
        let firm = firm();
        let deals: Vec<Deal> = (0..1_000).map(|nth| firm.deal(nth)).collect();
        let kinds = |of: fn(&Deal) -> String| deals.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(kinds(|deal| deal.owner.to_string()), firm.sellers.all.len());
        assert_eq!(kinds(|deal| deal.stage.to_owned()), 8);
        assert_eq!(kinds(|deal| deal.kind.to_owned()), 4);
        assert_eq!(kinds(|deal| deal.source.to_owned()), 7);
        assert!(kinds(|deal| deal.product.to_owned()) > 9);
        assert!(kinds(|deal| deal.name.clone()) > 300);
        assert!(deals.iter().all(|deal| (deal.stage == "lost") != deal.reason.is_empty()));
        let recurring = deals.iter().filter(|deal| deal.recurring.is_some()).count();
        assert!((250..600).contains(&recurring), "{recurring}");
    }
}
