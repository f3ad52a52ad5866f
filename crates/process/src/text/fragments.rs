//! Fragments: pieces of the file that several stages or moves share. `use` puts them in where it stands, before anything
//! is read: what a fragment says is judged at its own place, in each use.

use super::{Kind, Node, Report, Spot, both, nearest};
use std::collections::BTreeSet;

/// Sections whose entries may use fragments.
const USERS: [&str; 5] = ["stages", "moves", "strands", "approvals", "hand_offs"];
/// A file does not grow beyond this by its fragments, in nodes.
const MOST_NODES: usize = 100_000;

type Entry = (String, Spot, Node);

/// Puts the fragments of a file in where it uses them.
pub fn expand(root: &mut Node, report: &mut Report) {
    let fragments: Vec<Entry> = root.get("fragments").and_then(Node::map).unwrap_or_default().to_vec();
    if let Some(node) = root.get("fragments").filter(|node| node.map().is_none()) {
        let wanted = both("fragments: { a-key: { .. } }", "fragments: { ключ: { .. } }");
        report.shape(&node.spot, wanted);
    }
    nested(&fragments, report);
    let mut put = Put { fragments: &fragments, report, used: BTreeSet::new(), nodes: 0 };
    let Kind::Map(sections) = &mut root.kind else { return };
    for (name, _, section) in sections {
        if let (true, Kind::Map(entries)) = (USERS.contains(&name.as_str()), &mut section.kind) {
            entries.iter_mut().for_each(|(.., entry)| put.expand(entry));
        }
    }
    let used = put.used;
    for (name, spot, _) in fragments.iter().filter(|(name, ..)| !used.contains(name)) {
        let says = both(format!("Nothing uses {name}."), format!("{name} нигде не используется."));
        report.warns("DW214", spot, says, both(format!("use: {name}"), format!("use: {name}")));
    }
}

fn nested(fragments: &[Entry], report: &mut Report) {
    for (.., fragment) in fragments {
        if let Some(inner) = fragment.get("use") {
            let wanted = both("A fragment uses no other.", "Фрагмент не использует других.");
            report.shape(&inner.spot, wanted);
        }
    }
}

struct Put<'a> {
    fragments: &'a [Entry],
    report: &'a mut Report,
    used: BTreeSet<String>,
    nodes: usize,
}

impl Put<'_> {
    /// Puts into one stage, move or strand what it uses.
    fn expand(&mut self, entry: &mut Node) {
        let Kind::Map(own) = &mut entry.kind else { return };
        let Some(place) = own.iter().position(|(name, ..)| name == "use") else { return };
        let (.., uses) = own.remove(place);
        // Later uses go in first: in a list the first named stands first.
        for item in uses.items().iter().rev() {
            let name = item.text().unwrap_or_default();
            let Some((.., fragment)) = self.fragments.iter().find(|(known, ..)| known == name) else {
                let near = nearest(name, self.fragments.iter().map(|(known, ..)| known.as_str()));
                let what = both("fragment", "фрагмент");
                self.report.unknown("DW201", &item.spot, what, name, near.as_deref());
                continue;
            };
            self.used.insert(name.to_owned());
            self.nodes += count(fragment);
            if self.nodes > MOST_NODES {
                let says = both("The fragments make this file too big.", "С фрагментами файл слишком велик.");
                let hint = both("Use them less often.", "Используйте их реже.");
                return self.report.blocks("DW101", &item.spot, says, hint);
            }
            merge(own, fragment);
        }
    }
}

/// Lists of the fragment stand before the entry's own; what the entry says itself stays.
fn merge(own: &mut Vec<Entry>, fragment: &Node) {
    for (name, spot, shared) in fragment.map().unwrap_or_default().iter().filter(|(name, ..)| name != "use") {
        match own.iter_mut().find(|(known, ..)| known == name) {
            None => own.push((name.clone(), spot.clone(), shared.clone())),
            Some((.., Node { kind: Kind::List(items), .. })) => {
                items.splice(0..0, shared.items().iter().cloned());
            }
            Some(_) => {}
        }
    }
}

fn count(node: &Node) -> usize {
    1 + match &node.kind {
        Kind::Scalar { .. } => 0,
        Kind::List(items) => items.iter().map(count).sum(),
        Kind::Map(entries) => entries.iter().map(|(.., value)| count(value)).sum(),
    }
}
