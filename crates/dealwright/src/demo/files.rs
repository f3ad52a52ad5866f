//! The files of the made-up company, as a real one would export them.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::almanac::Almanac;
use super::dice::{Dice, Of};
use super::firm::{Company, Deal, Firm, host, scale};
use super::words::{Land, part};
use super::{course, lives, sellers};

/// How the files are read.
pub const MAPPING: &str = include_str!("mapping.yaml");

/// A file's name and content.
pub type File = (String, Vec<u8>);

/// Lines of comma-separated values.
struct Table {
    name: &'static str,
    text: String,
}

impl Table {
    fn new(name: &'static str, header: &[&str]) -> Table {
        let mut table = Table { name, text: String::new() };
        table.row(header);
        table
    }

    fn row(&mut self, cells: &[&str]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            match cell.contains([',', '"']) {
                true => self.text.extend(["\"", &cell.replace('"', "\"\""), "\""]),
                false => self.text.push_str(cell),
            }
        }
        self.text.push('\n');
    }

    fn done(self) -> File {
        (self.name.to_owned(), self.text.into_bytes())
    }
}

/// Members, products, companies, people: what deals stand on.
pub fn ground(firm: &Firm, today: Date) -> Vec<File> {
    vec![members(firm), products(firm), companies(firm, today), people(firm)]
}

fn members(firm: &Firm) -> File {
    let mut table = Table::new("members.csv", &["name", "email", "role", "head", "team", "department"]);
    let department = firm.house.words().one("department");
    for (place, team) in firm.sellers.teams.iter().enumerate() {
        // Whoever was there before is of no team and needs no row.
        for seller in firm.sellers.all.iter().filter(|seller| seller.team == Some(place)) {
            let mail = sellers::mail(&seller.name);
            table.row(&[&seller.name, &mail, "rep", &team.head, team.name, department]);
        }
        table.row(&[&team.head, &sellers::mail(&team.head), "manager", "", team.name, department]);
    }
    table.done()
}

fn products(firm: &Firm) -> File {
    let mut table = Table::new("products.csv", &["name", "series", "price"]);
    for line in firm.house.words().list("products") {
        let price: i64 = part(line, 2).parse().unwrap_or(0);
        let price = match firm.house {
            Land::English => price * scale(&firm.currency),
            Land::Russian => price * scale(&firm.currency) / scale("RUB"),
        };
        table.row(&[part(line, 0), part(line, 1), &price.to_string()]);
    }
    table.done()
}

fn companies(firm: &Firm, today: Date) -> File {
    let header =
        ["name", "industry", "employees", "founded", "revenue", "address", "phone", "web", "owner", "parent"];
    let mut table = Table::new("companies.csv", &header);
    for nth in 0..firm.companies {
        let company = firm.company(nth);
        let mut dice = Dice::new(firm.seed, Of::Facts, nth);
        let parent = firm.parent_of(nth).map(|parent| firm.company(parent).name).unwrap_or_default();
        // Many small ones, few large ones.
        let size = dice.weighed(&[(12, 5), (60, 6), (250, 3), (900, 1)]);
        let employees = i64::from(dice.between(size / 4 + 1, size));
        let founded = i64::from(today.year()) - i64::from(dice.between(3, 90));
        let revenue = employees * i64::from(dice.between(45, 160)) * 1000 * scale(&firm.currency);
        table.row(&[
            &company.name,
            company.industry,
            &employees.to_string(),
            &founded.to_string(),
            &revenue.to_string(),
            &address(&company, &mut dice),
            &phone(company.land, nth, true),
            &format!("https://{}", host(&company.name)),
            &firm.sellers.all[company.owner].name,
            &parent,
        ]);
    }
    table.done()
}

fn address(company: &Company, dice: &mut Dice) -> String {
    let street = company.land.words().pick("street", dice);
    let house = dice.between(1, 120);
    match company.land {
        Land::English => format!("{house} {street}, {}", company.town),
        Land::Russian => format!("{street}, {house}, {}", company.town),
    }
}

/// Numbers that ring nowhere.
fn phone(land: Land, nth: u32, is_desk: bool) -> String {
    match (land, is_desk) {
        (Land::English, true) => format!("+44 1632 960{:03}", nth % 1000),
        (Land::English, false) => format!("+44 7700 900{:03}", nth % 1000),
        (Land::Russian, true) => format!("+7 495 000-{:02}-{:02}", nth / 100 % 100, nth % 100),
        (Land::Russian, false) => format!("+7 900 000-{:02}-{:02}", nth / 100 % 100, nth % 100),
    }
}

fn people(firm: &Firm) -> File {
    let mut table =
        Table::new("people.csv", &["name", "company", "role", "mail", "phone", "language", "owner"]);
    for nth in 0..firm.companies {
        let company = firm.company(nth);
        let language = if company.land == Land::Russian { "ru" } else { "en" };
        for place in 0..firm.staff(nth) {
            let person = firm.person(nth, &company, place);
            let number = phone(company.land, nth * 4 + place, false);
            let owner = &firm.sellers.all[company.owner].name;
            table.row(&[&person.name, &company.name, person.role, &person.mail, &number, language, owner]);
        }
    }
    table.done()
}

const DEAL: [&str; 16] = [
    "id",
    "name",
    "company",
    "person",
    "owner",
    "stage",
    "amount",
    "recurring",
    "product",
    "type",
    "source",
    "campaign",
    "created",
    "entered",
    "closes",
    "reason",
];

/// Deals of these numbers: the first `lived` of them have a life of their own and begin in the first stage, the others
/// stand where they are placed.
pub fn deals(firm: &Firm, almanac: &Almanac, numbers: Range<u32>, lived: u32) -> Vec<File> {
    let mut pipeline = Table::new("pipeline.csv", &DEAL);
    let mut placed = Table::new("deals.csv", &DEAL);
    for nth in numbers {
        let deal = firm.deal(nth);
        let mut dice = Dice::new(firm.seed, Of::Life, nth);
        let is_lived = nth < lived;
        let (created, entered) = if is_lived {
            let began = lives::tell(firm, almanac, nth).began_on;
            (began, began)
        } else {
            let last = course::last(deal.stage, &mut dice);
            (almanac.behind(last + course::way(deal.stage, &mut dice)), almanac.behind(last))
        };
        let closes = match deal.stage {
            "won" | "lost" => None,
            stage => Some(almanac.today().saturating_add(course::expected(stage, &mut dice).days())),
        };
        let begins = is_lived && deal.stage != "prospect";
        let table = if begins { &mut pipeline } else { &mut placed };
        write(table, firm, nth, &deal, begins, [Some(created), Some(entered), closes]);
    }
    let files = [pipeline, placed].into_iter().filter(|table| table.text.lines().nth(1).is_some());
    files.map(Table::done).collect()
}

fn write(table: &mut Table, firm: &Firm, nth: u32, deal: &Deal, begins: bool, dates: [Option<Date>; 3]) {
    let money = |units: Option<i64>| units.map(|units| units.to_string()).unwrap_or_default();
    let [created, entered, closes] = dates.map(|date| date.map(|date| date.to_string()).unwrap_or_default());
    table.row(&[
        &format!("D{nth}"),
        &deal.name,
        &deal.client,
        &deal.person.name,
        &firm.sellers.all[deal.owner].name,
        if begins { "prospect" } else { deal.stage },
        &money(deal.amount),
        &money(deal.recurring),
        deal.product,
        deal.kind,
        deal.source,
        deal.campaign.unwrap_or_default(),
        &created,
        &entered,
        &closes,
        if begins { "" } else { deal.reason },
    ]);
}

#[cfg(test)]
mod tests {
    use sales::WorkingTime;

    use super::*;

    fn made(seed: u64, deals_: u32, lived: u32) -> Vec<File> {
        let now = "2026-11-23T01:30:00Z".parse().unwrap();
        let almanac = Almanac::new(WorkingTime::new(jiff::tz::TimeZone::UTC), now);
        let firm = Firm::new(seed, deals_, Land::English, "GBP", Some("Dana Whitfield".into()));
        let mut files = ground(&firm, almanac.today());
        files.extend(deals(&firm, &almanac, 0..deals_, lived));
        files
    }

    fn text<'f>(files: &'f [File], name: &str) -> &'f str {
        let (_, bytes) = files.iter().find(|(other, _)| other == name).unwrap();
        std::str::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_same_seed_makes_the_same_files() {
        assert_eq!(made(7, 300, 100), made(7, 300, 100));
        assert_ne!(made(7, 300, 100), made(8, 300, 100));
    }

    #[test]
    fn who_is_there_already_needs_no_row() {
        let files = made(7, 240, 240);
        assert!(!text(&files, "members.csv").contains("Dana Whitfield"));
        assert!(text(&files, "deals.csv").contains("Dana Whitfield"));
    }

    #[test]
    fn deals_lie_within_a_year_and_a_half_and_lost_ones_say_why() {
        let files = made(7, 2_000, 0);
        let rows: Vec<Vec<&str>> = text(&files, "deals.csv")
            .lines()
            .skip(1)
            .map(|line| line.rsplit(',').take(4).collect())
            .collect();
        assert_eq!(rows.len(), 2_000);
        for row in &rows {
            let [_, _, entered, created] = row[..] else { panic!("{row:?}") };
            assert!(created <= entered && entered < "2026-11-23" && created > "2025-01-01", "{row:?}");
        }
        assert!(rows.iter().filter(|row| !row[0].is_empty()).count() > 400);
    }

    #[test]
    fn what_holds_a_comma_stands_in_quotes() {
        let mut table = Table::new("t.csv", &["a"]);
        table.row(&["Managed servers, 3 of them", "say \"hi\""]);
        assert_eq!(table.text, "a\n\"Managed servers, 3 of them\",\"say \"\"hi\"\"\"\n");
    }
}
