//! Several acts in one transaction: all of them are done, or none.

use store::Tx;

use crate::{Act, Error, Result, Scene};

/// An act that makes or changes a record of any kind, and answers its id.
pub struct Make(Box<dyn Act<Done = i64>>);

impl Make {
    pub fn new(act: impl Act<Done = i64>) -> Make {
        Make(Box::new(act))
    }

    /// An act on a record that is there.
    pub fn of(id: i64, act: impl Act) -> Make {
        Make(Box::new(Of { id, act }))
    }
}

struct Of<A> {
    id: i64,
    act: A,
}

impl<A: Act> Act for Of<A> {
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        self.act.run(tx, scene).map(|_| self.id)
    }
}

impl Act for Make {
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        self.0.run(tx, scene)
    }
}

/// Makes and changes records together.
pub struct Together(pub Vec<Make>);

impl Act for Together {
    /// The ids, in the order of the acts.
    type Done = Vec<i64>;

    /// Goes on after a row that is refused, so that all faults are told at once.
    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<i64>> {
        scene.writers_only()?;
        let (mut made, mut refused) = (Vec::new(), Vec::new());
        for (row, act) in self.0.iter().enumerate() {
            match act.run(tx, scene) {
                Ok(id) => made.push(id),
                Err(error) if error.is_refusal() => refused.push((row, error)),
                // A clash in the database ends the transaction: rows behind it are not asked.
                Err(_) if !refused.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        if refused.is_empty() { Ok(made) } else { Err(Error::Rows(refused)) }
    }
}
