//! `demo`: a made-up company, the same for the same seed, brought in by the ordinary import and so taken back by
//! its undo.

mod files;
mod names;

use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::cli::DemoArgs;
use crate::{actor, import, open};

/// Deals an import: small enough to be parsed in memory at once.
const CHUNK: u32 = 50_000;

pub async fn run(args: DemoArgs) -> anyhow::Result<()> {
    let (desk, _) = open::desk(&args.data).await?;
    let by = actor::of(&desk, &args.data).await?;
    let mut random = StdRng::seed_from_u64(args.seed);
    let world = files::World::new(args.deals);
    let today = desk.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut from = 0;
    while from < args.deals {
        let count = CHUNK.min(args.deals - from);
        let mut brought = if from == 0 { world.ground(&mut random) } else { Vec::new() };
        brought.push(world.deals(&mut random, from, count, today));
        import::bring(&desk, &by, "Demo company", files::MAPPING, brought).await?;
        from += count;
    }
    Ok(())
}
