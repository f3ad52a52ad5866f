//! `doctor`: the invariants of the design, recomputed; every row that lies is named.

use std::process::ExitCode;

use desk::look::Doctor;

use crate::cli::DataArgs;
use crate::{actor, open};

/// Exit code 1 on a broken invariant.
pub async fn run(args: DataArgs) -> anyhow::Result<ExitCode> {
    let (desk, _) = open::desk(&args).await?;
    let by = actor::of(&desk, &args).await?;
    let mut complaints = desk.read_slowly(&by, Doctor).await?;
    complaints.extend(desk::file::audit(&desk, &by).await?);
    for complaint in &complaints {
        let row = complaint.row.map(|row| format!(" row {row}:")).unwrap_or_default();
        println!("{}:{row} {}", complaint.invariant, complaint.says);
    }
    match complaints.len() {
        0 => println!("all invariants hold"),
        count => println!("{count} complaints"),
    }
    Ok(if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
