//! What a client writes, step by step, and what it was told: every acknowledged step must be found, and none twice.

use std::io::Result;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};
use testkit::{Answer, Client};

use crate::house::Server;

/// Moves of the simple deal that ask for nothing, in their order.
const MOVES: [&str; 4] = ["to-contract", "to-invoice", "to-prepayment", "to-production"];
/// A company, its deal, and after each move a note.
const STEPS: usize = 2 + 2 * MOVES.len();

/// One company and its deal. Its steps go in one order, so that their number says which are there.
#[derive(Debug)]
pub struct Story {
    /// No other company has it.
    pub name: String,
    company: i64,
    deal: i64,
    /// Steps that were acknowledged.
    pub told: usize,
    /// Steps that were sent and not refused: the last may be in doubt.
    pub sent: usize,
}

impl Story {
    pub fn new(name: String) -> Story {
        Story { name, company: 0, deal: 0, told: 0, sent: 0 }
    }

    pub fn is_over(&self) -> bool {
        self.told == STEPS
    }

    /// Sends the next step.
    pub fn go_on(&mut self, client: &mut Client) -> Result<Answer> {
        let (path, body) = self.step();
        self.sent = self.told + 1;
        let answer = client.post(&path, &body.to_string())?;
        if answer.status < 300 {
            let made = || of(&answer)["id"].as_i64().unwrap();
            match self.told {
                0 => self.company = made(),
                1 => self.deal = made(),
                _ => {}
            }
            self.told = self.sent;
        } else if !answer.body.contains("outcome-unknown") {
            self.sent = self.told;
        }
        Ok(answer)
    }

    fn step(&self) -> (String, Value) {
        match self.told {
            0 => ("/api/v1/companies".into(), json!({ "name": self.name })),
            1 => {
                let deal = json!({ "name": format!("{} deal", self.name), "company_id": self.company, "process": "simple-deal", "amount": 100_000 });
                ("/api/v1/deals".into(), deal)
            }
            told if told % 2 == 0 => {
                (format!("/api/v1/deals/{}/moves", self.deal), json!({ "move": MOVES[told / 2 - 1] }))
            }
            told => (
                "/api/v1/notes".into(),
                json!({ "on": { "deal": self.deal }, "body": format!("note {told}") }),
            ),
        }
    }

    /// Its first steps are there, however many, and nothing else is.
    pub fn begins(&self, client: &mut Client) -> bool {
        let found = found(&self.name, client);
        found.len() <= self.sent && found == expected(found.len())
    }

    /// Looks for each step, and says what is not as it was told.
    pub fn check(&self, client: &mut Client) -> Option<String> {
        let found = found(&self.name, client);
        let whole = (self.told..=self.sent).contains(&found.len()) && found == expected(found.len());
        (!whole).then(|| format!("{self:?} shows {found:?}"))
    }
}

/// The kinds of event that the first steps of a story leave, oldest first.
fn expected(steps: usize) -> Vec<String> {
    let kinds = ["company-created", "deal-created"]
        .into_iter()
        .chain(["case-moved", "note-written"].into_iter().cycle());
    kinds.take(steps).map(str::to_owned).collect()
}

/// The steps of a story that are there: from the company of that name, its deal, and the deal's timeline.
pub fn found(name: &str, client: &mut Client) -> Vec<String> {
    let companies = look(client, &format!("/api/v1/companies?q={name}"));
    let mut found = Vec::new();
    for company in companies["items"].as_array().unwrap() {
        assert_eq!(company["name"], *name);
        found.push("company-created".to_owned());
        let deals = look(client, &format!("/api/v1/deals?company_id={}", company["id"]));
        for deal in deals["items"].as_array().unwrap() {
            let timeline = look(client, &format!("/api/v1/deals/{}/timeline?limit=200", deal["id"]));
            let kinds = timeline["items"]
                .as_array()
                .unwrap()
                .iter()
                .rev()
                .map(|entry| entry["event"].as_str().unwrap());
            found.extend(kinds.filter(|kind| *kind != "activity-planned").map(str::to_owned));
        }
    }
    found
}

/// What is there under an address.
pub fn look(client: &mut Client, path: &str) -> Value {
    let answer = client.get(path).unwrap();
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    of(&answer)
}

pub fn of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body)
        .unwrap_or_else(|_| panic!("{} is no JSON: {}", answer.status, answer.body))
}

/// What clients wrote, and what they were refused.
#[derive(Default)]
pub struct Written {
    pub stories: Vec<Story>,
    pub refused: Vec<Answer>,
}

impl Written {
    pub fn and(mut self, more: Written) -> Written {
        self.stories.extend(more.stories);
        self.refused.extend(more.refused);
        self
    }

    pub fn told(&self) -> usize {
        self.stories.iter().map(|story| story.told).sum()
    }

    /// Nothing that was acknowledged is missing, nothing is there twice.
    pub fn check(&self, client: &mut Client) {
        let lies: Vec<String> = self.stories.iter().filter_map(|story| story.check(client)).collect();
        assert!(lies.is_empty(), "{lies:#?}");
    }
}

/// Has four clients write, each story after story, until `during` ends or they are cut off.
pub fn writing(prefix: &str, server: &Server, during: impl FnOnce()) -> Written {
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let begin = |number| {
            let (client, prefix, stop) = (server.client(), format!("{prefix}c{number}"), &stop);
            scope.spawn(move || write(&prefix, client, stop))
        };
        let writers: Vec<_> = (0..4).map(begin).collect();
        during();
        stop.store(true, Ordering::Relaxed);
        writers.into_iter().fold(Written::default(), |all, writer| all.and(writer.join().unwrap()))
    })
}

fn write(prefix: &str, mut client: Client, stop: &AtomicBool) -> Written {
    let mut written = Written::default();
    let mut is_cut = false;
    for number in 0.. {
        let mut story = Story::new(format!("{prefix}n{number}x"));
        while !story.is_over() && !stop.load(Ordering::Relaxed) {
            match story.go_on(&mut client) {
                Err(_) => is_cut = true,
                Ok(answer) if answer.status >= 300 => written.refused.push(answer),
                Ok(_) => continue,
            }
            break;
        }
        written.stories.push(story);
        if is_cut || stop.load(Ordering::Relaxed) {
            break;
        }
    }
    written
}
