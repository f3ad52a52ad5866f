//! Reads the files of an import on a thread of its own, some batches ahead of the one that is being written.

use std::collections::HashSet;
use std::sync::Arc;

use intake::{Draft, Mend, Record};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::fault::ImportFault;
use super::job::Job;

/// Rows a batch: few enough that whoever works in the meantime does not wait.
pub(crate) const BATCH: usize = 200;

/// How many batches lie ready.
const AHEAD: usize = 4;

/// Where an import stands: which file, and how many of its items are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cursor {
    pub file: usize,
    pub item: u64,
}

/// One step of the work on a file.
pub(crate) enum Item {
    /// A row that reads well, and how it stands in the file.
    Row(Draft, Vec<(String, String)>),
    Mend(Mend),
    /// Companies of the file are linked once all of them are there.
    Parent {
        child: String,
        parent: String,
    },
}

/// Items of one file, to be written together.
pub(crate) struct Batch {
    pub from: Cursor,
    pub to: Cursor,
    pub items: Vec<Item>,
    /// Folded names of all companies of the file, where they may name each other.
    pub company_keys: Option<Arc<HashSet<String>>>,
}

type Sent = Result<Batch, ImportFault>;

/// Begins to read at `from`. The channel closes behind the last batch; dropping it ends the thread.
pub(crate) fn read(job: Arc<Job>, from: Cursor) -> Receiver<Sent> {
    let (sender, receiver) = mpsc::channel(AHEAD);
    std::thread::spawn(move || {
        for position in from.file..job.files.len() {
            let skip = if position == from.file { from.item } else { 0 };
            let going_on =
                read_file(&job, position, skip, &mut |batch| sender.blocking_send(Ok(batch)).is_ok());
            match going_on {
                Ok(true) => {}
                Ok(false) => return,
                Err(fault) => return tell(&sender, fault),
            }
        }
    });
    receiver
}

fn tell(sender: &Sender<Sent>, fault: ImportFault) {
    // Nobody listens any more: then nobody waits for the fault either.
    let _ = sender.blocking_send(Err(fault));
}

/// Gives the batches of one file to `each` until it answers false.
pub(crate) fn read_file(
    job: &Job,
    position: usize,
    skip: u64,
    each: &mut dyn FnMut(Batch) -> bool,
) -> Result<bool, ImportFault> {
    let company_keys = job.company_keys(position)?;
    let table = job.table(position)?;
    let file = &job.files[position];
    let open = || {
        intake::rows(&job.mapping, file.file, &table, &job.basis)
            .map_err(|fault| ImportFault::Unreadable { file: file.name.clone(), fault })
    };
    let mut rows = open()?;
    let mut filling =
        Filling { position, skip, seen: 0, items: Vec::new(), company_keys: company_keys.clone() };
    while let Some(row) = rows.next() {
        if filling.passes_over() {
            continue;
        }
        let item = match row {
            Ok(draft) => Item::Row(draft, rows.raw()),
            Err(mend) => Item::Mend(mend),
        };
        if !filling.add(item, each) {
            return Ok(false);
        }
    }
    if company_keys.is_some() {
        for draft in open()?.filter_map(Result::ok) {
            let Some((child, parent)) = parent_of(&draft) else { continue };
            if !filling.passes_over() && !filling.add(Item::Parent { child, parent }, each) {
                return Ok(false);
            }
        }
    }
    Ok(filling.finish(each))
}

fn parent_of(draft: &Draft) -> Option<(String, String)> {
    let link = draft.link("parent").filter(|_| draft.record == Record::Company)?;
    Some((draft.text("name")?.to_owned(), link.name.clone()))
}

struct Filling {
    position: usize,
    skip: u64,
    seen: u64,
    items: Vec<Item>,
    company_keys: Option<Arc<HashSet<String>>>,
}

impl Filling {
    /// Whether the next item was done before.
    fn passes_over(&mut self) -> bool {
        let done = self.seen < self.skip;
        self.seen += u64::from(done);
        done
    }

    fn add(&mut self, item: Item, each: &mut dyn FnMut(Batch) -> bool) -> bool {
        self.items.push(item);
        self.seen += 1;
        self.items.len() < BATCH || {
            let to = Cursor { file: self.position, item: self.seen };
            self.give(to, each)
        }
    }

    /// The last batch of the file leads to the next file.
    fn finish(&mut self, each: &mut dyn FnMut(Batch) -> bool) -> bool {
        let to = Cursor { file: self.position + 1, item: 0 };
        self.give(to, each)
    }

    fn give(&mut self, to: Cursor, each: &mut dyn FnMut(Batch) -> bool) -> bool {
        let items = std::mem::take(&mut self.items);
        let from = Cursor { file: self.position, item: self.seen - items.len() as u64 };
        each(Batch { from, to, items, company_keys: self.company_keys.clone() })
    }
}
