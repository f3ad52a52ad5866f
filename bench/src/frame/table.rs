//! The table on the screen, in the form of docs/performance.md.

use super::figure::number;
use super::{Figure, Machine};

const HEAD: [&str; 8] = ["id", "what", "database", "deals", "ratio", "target", "", "beside"];

pub fn print(figures: &[Figure], machine: &Machine) {
    let rows: Vec<[String; 8]> = figures.iter().map(row).collect();
    let width = |at: usize| {
        let cells = rows.iter().map(|row| row[at].chars().count());
        cells.chain([HEAD[at].len()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let line = |cells: &[String; 8]| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!(" {cell:<width$} "));
        format!("|{}|", cells.collect::<Vec<_>>().join("|"))
    };
    println!("{}\n", machine.line());
    println!("{}", line(&HEAD.map(str::to_owned)));
    println!("|{}|", widths.iter().map(|width| "-".repeat(width + 2)).collect::<Vec<_>>().join("|"));
    for row in &rows {
        println!("{}", line(row));
    }
}

fn row(figure: &Figure) -> [String; 8] {
    let ratio = figure.ratio;
    [
        figure.id.clone(),
        figure.what.clone(),
        figure.engine.to_string(),
        if figure.deals == 0 { String::new() } else { number(f64::from(figure.deals)) },
        format!("{} ({} to {})", number(ratio.middle), number(ratio.low), number(ratio.high)),
        figure.target.to_string(),
        figure.verdict().to_owned(),
        figure.beside.clone(),
    ]
}
