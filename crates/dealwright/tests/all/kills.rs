//! SIGKILL under write load, again and again: what was acknowledged is there, once.

use std::thread;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::house::House;
use crate::often;
use crate::story::writing;

#[test]
fn what_was_acknowledged_outlives_every_kill_on_sqlite() {
    outlives(House::on_sqlite());
}

#[test]
fn what_was_acknowledged_outlives_every_kill_on_postgresql() {
    outlives(House::on_postgres());
}

fn outlives(house: House) {
    let house = house.settled();
    let mut chance = StdRng::seed_from_u64(7);
    let (kills, mut told) = (often("DEALWRIGHT_KILLS", 20), 0);
    let mut server = house.serve();
    for kill in 0..kills {
        let live = Duration::from_millis(chance.random_range(30..250));
        let written = writing(&format!("k{kill}"), &server, || {
            thread::sleep(live);
            server.kill();
        });
        server = house.serve();
        written.check(&mut server.client());
        told += written.told();
        house.is_sound();
    }
    assert!(told > 5 * kills, "only {told} acts under {kills} kills");
    println!("{kills} kills, {told} acknowledged acts");
}
