//! Files such as another program would write, new names in every block, so that each row is a new record.

use std::fmt::Write as _;

/// Rows of a block: one company to two people and ten deals.
pub const COMPANIES: usize = 400;
pub const ROWS: usize = COMPANIES * 13;

const STAGES: [&str; 6] = ["prospect", "first-appointment", "discovery", "presentation", "won", "lost"];

/// Names that the company has already, which rows link to.
pub struct Known {
    pub owners: Vec<String>,
    pub products: Vec<String>,
}

pub fn block(number: usize, known: &Known) -> Vec<(String, Vec<u8>)> {
    let name = |company: usize| format!("Import {number} Works {company}");
    let mut companies = String::from("name,industry,employees,address,phone\n");
    let mut people = String::from("name,company,mail,phone\n");
    let mut deals =
        String::from("id,name,company,owner,stage,amount,product,type,source,created,entered,closes\n");
    for company in 0..COMPANIES {
        let own = name(company);
        let _ =
            writeln!(companies, "{own},Retail,{},Leeds,+44 1632 {number:03}{company:03}", 4 + company % 900);
        for person in 0..2 {
            let mail = format!("p{person}@i{number}c{company}.example.com");
            let _ = writeln!(
                people,
                "Ruth Keller {number}-{company}-{person},{own},{mail},+44 7700 900{company:03}"
            );
        }
        for deal in 0..10 {
            let at = company * 10 + deal;
            let pick = |all: &[String]| all[at % all.len()].clone();
            let stage = STAGES[at % STAGES.len()];
            let closes = if matches!(stage, "won" | "lost") { "" } else { "2027-03-01" };
            let _ = writeln!(
                deals,
                "I{number}-{at},\"Wi-Fi for {own}, site {deal}\",{own},{},{stage},{}.50,{},project,web,2026-09-0{},2026-10-1{},{closes}",
                pick(&known.owners),
                1_000 + at,
                pick(&known.products),
                1 + at % 9,
                at % 9,
            );
        }
    }
    [("companies.csv", companies), ("people.csv", people), ("deals.csv", deals)]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .to_vec()
}
