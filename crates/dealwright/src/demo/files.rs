//! The files of the made-up company, as a real one would export them.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::Date;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use super::names::{FAMILY, FIRST, GIVEN, INDUSTRIES, PRODUCTS, SECOND, STAGES, TOWNS, WHAT};

/// How the files are read.
pub const MAPPING: &str = include_str!("mapping.yaml");

/// A file's name and content.
pub type File = (String, Vec<u8>);

/// How large everything is beside the deals.
pub struct World {
    companies: u32,
    people: u32,
    members: u32,
}

const TEAMS: u32 = 6;

impl World {
    /// Five deals a company, two people a company, up to 60 sellers.
    pub fn new(deals: u32) -> World {
        let companies = (deals / 5).max(20);
        World { companies, people: companies * 2, members: (deals / 150).clamp(8, 60) }
    }

    /// Members, products, companies, people: what deals stand on.
    pub fn ground(&self, random: &mut StdRng) -> Vec<File> {
        vec![self.sellers(), products(), self.all_companies(random), self.all_people(random)]
    }

    fn sellers(&self) -> File {
        let mut text = String::from("name,manager,region\n");
        for n in 0..self.members {
            let team = n % TEAMS;
            let region = ["North", "South", "East"][(team / 2) as usize];
            let _ = writeln!(text, "{},{},{region}", seller(n), person(1000 + team));
        }
        ("members.csv".into(), text.into_bytes())
    }

    fn all_companies(&self, random: &mut StdRng) -> File {
        let mut text = String::from("name,industry,employees,founded,revenue,address,phone,web,parent\n");
        for n in 0..self.companies {
            let parent = if n > 20 && n % 12 == 0 { company(n / 12) } else { String::new() };
            let _ = writeln!(
                text,
                "{},{},{},{},{},{},+44 1632 960{:03},https://c{n}.example.com,{parent}",
                company(n),
                pick(random, &INDUSTRIES),
                random.random_range(4..900),
                random.random_range(1950..2024),
                random.random_range(100_000..60_000_000),
                pick(random, &TOWNS),
                n % 1000,
            );
        }
        ("companies.csv".into(), text.into_bytes())
    }

    fn all_people(&self, random: &mut StdRng) -> File {
        let mut text = String::from("name,company,mail,phone\n");
        for n in 0..self.people {
            let _ = writeln!(
                text,
                "{},{},p{n}@c{}.example.com,+44 7700 900{:03}",
                person(random.random_range(0..100_000)),
                company(n / 2),
                n / 2,
                n % 1000
            );
        }
        ("people.csv".into(), text.into_bytes())
    }

    /// Deals numbered from `from`, their dates within eighteen months before today.
    pub fn deals(&self, random: &mut StdRng, from: u32, count: u32, today: Date) -> File {
        let mut text = String::from(
            "id,name,company,owner,stage,amount,recurring,product,type,source,created,entered,closes\n",
        );
        let weight: u32 = STAGES.iter().map(|(_, weight)| weight).sum();
        for n in from..from + count {
            let stage = stage(random.random_range(0..weight));
            let closed = matches!(stage, "won" | "lost");
            let entered = today.saturating_sub(random.random_range(0..if closed { 500 } else { 25 }).days());
            let created = entered.saturating_sub(random.random_range(5..60).days());
            let closes = today.saturating_add(random.random_range(5..120).days());
            let recurring = if random.random_bool(0.4) {
                random.random_range(80..5_000).to_string()
            } else {
                String::new()
            };
            let (product, _, price) = PRODUCTS.choose(random).copied().unwrap_or(PRODUCTS[0]);
            let _ = writeln!(
                text,
                "D{n},\"{} for {}\",{},{},{stage},{},{recurring},{product},{},{},{created},{entered},{}",
                pick(random, &WHAT),
                company(n % self.companies),
                company(n % self.companies),
                seller(random.random_range(0..self.members)),
                price * random.random_range(1..12),
                pick(random, &["managed-services", "project", "hardware", "software"]),
                pick(random, &["event", "networking", "front-counter", "referral", "web"]),
                if closed { String::new() } else { closes.to_string() },
            );
        }
        ("deals.csv".into(), text.into_bytes())
    }
}

fn products() -> File {
    let mut text = String::from("name,series,price\n");
    for (name, series, price) in PRODUCTS {
        let _ = writeln!(text, "{name},{series},{price}");
    }
    ("products.csv".into(), text.into_bytes())
}

fn pick<'a>(random: &mut StdRng, words: &[&'a str]) -> &'a str {
    words.choose(random).copied().unwrap_or("")
}

fn stage(mut at: u32) -> &'static str {
    for (stage, weight) in STAGES {
        if at < weight {
            return stage;
        }
        at -= weight;
    }
    STAGES[0].0
}

/// The nth name; a number follows once the words have run out.
fn company(n: u32) -> String {
    let (first, second) =
        (FIRST[n as usize % FIRST.len()], SECOND[(n as usize / FIRST.len()) % SECOND.len()]);
    match n as usize / (FIRST.len() * SECOND.len()) {
        0 => format!("{first} {second}"),
        round => format!("{first} {second} {}", round + 1),
    }
}

fn person(n: u32) -> String {
    let n = n as usize;
    format!("{} {}", GIVEN[n % GIVEN.len()], FAMILY[(n / GIVEN.len()) % FAMILY.len()])
}

/// Sellers' names differ from each other: every pair of words once.
fn seller(n: u32) -> String {
    format!(
        "{} {}",
        GIVEN[n as usize % GIVEN.len()],
        FAMILY[(n as usize * 7 + n as usize / GIVEN.len()) % FAMILY.len()]
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn the_same_seed_makes_the_same_company() {
        let make = || {
            let world = World::new(50);
            let mut random = StdRng::seed_from_u64(7);
            let mut files = world.ground(&mut random);
            files.push(world.deals(&mut random, 0, 50, jiff::civil::date(2026, 11, 23)));
            files
        };
        assert_eq!(make(), make());
    }

    #[test]
    fn no_two_companies_or_sellers_share_a_name() {
        for make in [company as fn(u32) -> String, seller] {
            let names: std::collections::BTreeSet<String> = (0..60).map(make).collect();
            assert_eq!(names.len(), 60);
        }
    }
}
