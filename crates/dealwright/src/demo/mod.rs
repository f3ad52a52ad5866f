//! `demo`: a made-up company, the same for the same seed on the same day. The ordinary import brings it in, and so its
//! undo takes it back; the first deals are then brought through the process by the desk's own acts.

mod almanac;
mod course;
mod deed;
mod dice;
mod files;
mod firm;
mod ground;
mod live;
mod lives;
mod naming;
mod said;
mod sellers;
mod telling;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use desk::Desk;
use desk::access::ActorOf;
use desk::import::Report;
use intake::Mapping;
use sales::Actor;
use store::rows::installation::lang;

use crate::cli::DemoArgs;
use crate::{actor, import, open};
use almanac::Almanac;
use firm::Firm;
use ground::{Imported, LookAtHouse, LookAtImport};
use live::{Done, LiveDeals};
use lives::Diary;
use words::Land;

/// Deals an import: small enough to be parsed in memory at once.
const CHUNK: u32 = 50_000;

/// Deals with a life of their own; all others are placed where they stand.
const LIVED: u32 = 1_000;

/// Lives written in one transaction: whoever works meanwhile does not wait long.
const BATCH: usize = 10;

pub async fn run(args: DemoArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    let made = make(&desk, &by, args.deals, args.seed).await?;
    said::say(&made, &args.data);
    Ok(())
}

/// What was made.
pub struct Made {
    /// Imports with what came of them, in the order in which they were made.
    imports: Vec<(i64, Report)>,
    lived: Done,
}

async fn make(desk: &Desk, by: &Actor, deals: u32, seed: u64) -> anyhow::Result<Made> {
    let house = desk.read(&actor::system(), LookAtHouse { member: by.member }).await?;
    let land = if lang(&house.row.language) == process::Lang::Ru { Land::Russian } else { Land::English };
    let firm = Firm::new(seed, deals, land, &house.row.base_currency, house.first);
    let almanac = Almanac::new(house.calendar, desk.now());
    let source = format!("demo-{seed}");
    let mut mapping = Mapping::from_yaml(files::MAPPING)?;
    mapping.source = Some(source.clone());
    let (mapping, title) = (mapping.to_yaml()?, land.words().one("title"));
    let mut imports = Vec::new();
    let mut from = 0;
    while from < deals {
        let to = deals.min(from + CHUNK);
        let mut brought = if from == 0 { files::ground(&firm, almanac.today()) } else { Vec::new() };
        brought.extend(files::deals(&firm, &almanac, from..to, LIVED));
        imports.push(import::bring(desk, by, title, &mapping, brought).await?);
        from = to;
    }
    let import = imports.first().map(|(id, _)| *id).context("there is nothing to make")?;
    let sellers = firm.sellers.all.iter().map(|seller| seller.name.clone()).collect();
    let look = LookAtImport { import, source, lived: LIVED.min(deals), sellers };
    let imported = desk.read(&actor::system(), look).await?;
    let lived = live_all(desk, &firm, &almanac, imported).await?;
    Ok(Made { imports, lived })
}

/// Brings the first deals through the process, each act by the deal's owner.
async fn live_all(desk: &Desk, firm: &Firm, almanac: &Almanac, imported: Imported) -> anyhow::Result<Done> {
    let mut owners: HashMap<usize, Actor> = HashMap::new();
    for (place, member) in imported.members {
        owners.insert(place, desk.read(&actor::system(), ActorOf { member }).await?);
    }
    let mut diary = Diary::default();
    imported.taken.into_iter().for_each(|(owner, from, to)| diary.keep(owner, (from, to)));
    let mut done = Done::default();
    for numbers in imported.deals.chunks(BATCH) {
        let mut lives = Vec::new();
        for (nth, id) in numbers {
            let life = lives::live(firm, almanac, &mut diary, *nth);
            let owner = owners.get(&life.owner).with_context(|| format!("deal {id} has no owner"))?;
            lives.push((*id, owner.clone(), life));
        }
        done.add(desk.write(&actor::system(), LiveDeals { lives: Arc::new(lives) }).await?);
    }
    Ok(done)
}

#[cfg(test)]
mod tests;
