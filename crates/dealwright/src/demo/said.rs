//! What the demo says it has made, and how to take it back.

use intake::Record;

use super::Made;
use crate::cli::DataArgs;

pub fn say(made: &Made, data: &DataArgs) {
    let count = |record: Record| -> u64 {
        let reports = made.imports.iter().flat_map(|(_, report)| &report.files);
        reports.filter(|file| file.record == record).map(|file| file.imported).sum()
    };
    println!(
        "made: {} members, {} products, {} companies, {} people, {} deals",
        count(Record::Member),
        count(Record::Product),
        count(Record::Company),
        count(Record::Person),
        count(Record::Deal),
    );
    let lived = made.lived;
    println!(
        "{} of the deals went through the process: {} activities held, {} moves, {} notes, {} tasks",
        lived.deals, lived.activities, lived.moves, lived.notes, lived.tasks
    );
    println!("nobody of them can sign in; invite whom you like under Members");
    println!("take it back with:");
    // What a later import brought hangs on what the first one did.
    for (import, _) in made.imports.iter().rev() {
        println!("  dealwright import undo {import} --force{}", place(data));
    }
}

fn place(data: &DataArgs) -> String {
    let data_dir = data.data.as_ref().map(|path| format!(" --data {}", path.display()));
    let database = data.database.as_ref().map(|url| format!(" --database {url}"));
    [data_dir, database].into_iter().flatten().collect()
}
