//! Files of the same shape as the real ones, made here.

use std::fmt::Write;

const STAGES: [&str; 4] = ["Prospecting", "Engaging", "Won", "Lost"];

/// A pipeline of `rows` deals; every fourth open one has no company. Says how many those are.
pub fn pipeline(rows: usize, date: impl Fn(usize, &str) -> String) -> (String, usize) {
    let mut text = String::from(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n",
    );
    let mut without_company = 0;
    for row in 0..rows {
        let stage = STAGES[row % 4];
        let open = row % 4 < 2;
        let strayed = open && row % 16 < 4;
        without_company += usize::from(strayed);
        let product = if row % 3 == 0 { "GTXPro" } else { "MG Special" };
        let company = if strayed { "" } else { "Initech" };
        let entered = if stage == "Prospecting" { String::new() } else { date(row, "engage_date") };
        let closed = if open { String::new() } else { date(row, "close_date") };
        let value = match stage {
            "Won" => format!("{}", 40 + row),
            "Lost" => "0".into(),
            _ => String::new(),
        };
        writeln!(text, "D{row:05},Mei-Mei Johns,{product},{company},{stage},{entered},{closed},{value}")
            .unwrap();
    }
    (text, without_company)
}

/// A day of 2017 for each row.
pub fn day(row: usize) -> jiff::civil::Date {
    jiff::civil::date(2017, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(row % 365).unwrap()))
}

pub fn iso(row: usize, _: &str) -> String {
    day(row).to_string()
}

/// As a spreadsheet leaves them: slashed and month first above the twelfth, dashed below it, with day and
/// month in the order of each column.
pub fn mixed(row: usize, column: &str) -> String {
    let date = day(row);
    let (day, month) = (date.day(), date.month());
    match column {
        _ if day > 12 => format!("{month}/{day}/2017"),
        "engage_date" => format!("{day}-{month}-17"),
        _ => format!("{month:02}-{day:02}-17"),
    }
}
