//! Tells the life of a deal: the calls, visits, notes and moves that bring it to the stage where it stands, each need
//! of the six-stage funnel met on the way.

use super::deed::{Answer, Plan, Told, What};
use super::dice::Dice;
use super::firm::Deal;

/// When something is planned, seen from the deal's first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Minutes after the opening of so many working days later.
    On { day: u32, minute: u32 },
    /// Not yet: the deal's next step, or the step after it.
    Ahead(u32),
    /// By the close of so many working days from today.
    By(i32),
}

pub struct Beat {
    pub day: u32,
    pub minute: u32,
    pub what: What<When>,
}

pub struct Telling<'a> {
    deal: &'a Deal,
    is_fresh: bool,
    dice: Dice,
    /// The stage in which it stands, or stood when it was lost.
    goal: &'static str,
    /// How much of the last stage is done already.
    variant: u32,
    day: u32,
    minute: u32,
    noted: bool,
    pending: When,
    beats: Vec<Beat>,
}

const LOST_FROM: [(&str, u32); 5] =
    [("prospect", 20), ("first-appointment", 18), ("discovery", 22), ("presentation", 15), ("follow-up", 25)];

/// Everything that happened with the deal, in order; `is_fresh` where the last of it was a few days ago.
pub fn tell(deal: &Deal, is_fresh: bool, mut dice: Dice) -> Vec<Beat> {
    let goal = match deal.stage {
        "lost" => dice.weighed(&LOST_FROM),
        stage => stage,
    };
    let variant = dice.below(3);
    let pending = When::Ahead(0);
    let beats = Vec::new();
    let (day, minute, noted) = (0, 30, false);
    let mut telling = Telling { deal, is_fresh, dice, goal, variant, day, minute, noted, pending, beats };
    telling.begin();
    telling.beats
}

impl Telling<'_> {
    fn begin(&mut self) {
        self.note(&format!("note-{}", self.deal.source));
        if self.deal.stage == "prospect" {
            return self.ring();
        }
        let call = self.when("prospect", 1, 2);
        self.pending = call;
        let plan = self.plan("call", call);
        self.tell(What::Plan(plan));
        self.go_on();
    }

    /// Stage by stage up to where it stands.
    fn go_on(&mut self) {
        let steps = [
            ("prospect", Self::book as fn(&mut Self)),
            ("first-appointment", Self::discover),
            ("discovery", Self::present),
            ("presentation", Self::hear),
        ];
        for (stage, leave) in steps {
            if self.goal == stage {
                break;
            }
            leave(self);
        }
        match self.deal.stage {
            "lost" => self.lose(),
            "won" => self.win(),
            "commitment" => self.set_up(),
            _ => self.stay(),
        }
        if !matches!(self.deal.stage, "lost" | "won") {
            self.task();
        }
    }

    /// A prospect's calls so far; its next one is planned by the import.
    fn ring(&mut self) {
        for _ in 0..self.dice.below(3) {
            self.day += self.dice.between(1, 3);
            self.minute = 15 * self.dice.between(1, 24);
            let outcome = self.dice.pick(&["no-answer", "voicemail", "interested"]);
            let told = self.told("call", outcome);
            self.tell(What::Log(told));
            self.minute += 25;
        }
        self.task();
    }

    fn book(&mut self) {
        self.go(self.pending);
        if self.dice.percent(30) {
            let again = self.on(1, 2);
            let outcome = self.dice.pick(&["no-answer", "voicemail"]);
            self.hold("call", outcome, Some(("call", again)));
            self.go(again);
        }
        self.pending = self.when("first-appointment", 2, 4);
        self.hold("call", "interested", Some(("first-appointment", self.pending)));
        self.take("book", "note-first-appointment");
    }

    fn discover(&mut self) {
        self.go(self.pending);
        self.pending = self.when("discovery", 3, 6);
        self.hold("first-appointment", "done", Some(("sales-discovery", self.pending)));
        let network = self.network();
        let second = self.plan("network-discovery", network);
        self.tell(What::Plan(second));
        self.take("discover", "note-discovery");
    }

    /// The second discovery follows the first one.
    fn network(&self) -> When {
        match self.pending {
            When::On { day, .. }
                if self.goal != "discovery" || self.variant == 2 || self.deal.stage == "lost" =>
            {
                When::On { day: day + 2, minute: 60 }
            }
            When::On { .. } => When::Ahead(0),
            _ => When::Ahead(1),
        }
    }

    fn present(&mut self) {
        self.both_discoveries(false);
        self.go(self.pending);
        self.pending = self.when("presentation", 2, 6);
        self.hold("proposal", "done", Some(("presentation", self.pending)));
        self.take("present", "note-presentation");
    }

    /// Holds both, and plans the proposal: a few days later, or for later than now.
    fn both_discoveries(&mut self, is_ahead: bool) {
        self.go(self.pending);
        self.hold("sales-discovery", "done", None);
        self.go(When::On { day: self.day + 2, minute: 60 });
        self.pending = if is_ahead { When::Ahead(0) } else { self.on(2, 5) };
        self.hold("network-discovery", "done", Some(("proposal", self.pending)));
    }

    fn hear(&mut self) {
        self.go(self.pending);
        if self.goal == "follow-up" || self.dice.percent(45) {
            self.pending = self.when("follow-up", 2, 4);
            self.hold("presentation", "undecided", Some(("follow-up-call", self.pending)));
            self.take("think-over", "note-follow-up");
            if self.goal != "follow-up" {
                self.decide();
            }
        } else {
            self.sign("presentation");
        }
    }

    /// A call or two until they say yes.
    fn decide(&mut self) {
        self.go(self.pending);
        if self.dice.percent(35) {
            let again = self.on(2, 4);
            self.hold("follow-up-call", "undecided", Some(("follow-up-call", again)));
            self.go(again);
        }
        self.sign("follow-up-call");
    }

    /// They accept, sign, and the set-up begins.
    fn sign(&mut self, accepted_in: &'static str) {
        let signing = self.on(1, 4);
        self.hold(accepted_in, "accepted", Some(("agreement", signing)));
        self.go(signing);
        self.pending = self.when("commitment", 6, 14);
        self.hold("agreement", "done", Some(("meeting", self.pending)));
        self.take("commit", "note-commitment");
    }

    /// What is done of the stage where it stands.
    fn stay(&mut self) {
        match (self.goal, self.variant) {
            ("first-appointment", 2) => {
                self.go(self.pending);
                self.hold("first-appointment", "done", Some(("sales-discovery", When::Ahead(0))));
            }
            ("discovery", 1) => {
                self.go(self.pending);
                self.hold("sales-discovery", "done", None);
            }
            ("discovery", 2) => self.both_discoveries(true),
            ("follow-up", 1 | 2) => {
                self.go(self.pending);
                self.hold("follow-up-call", "undecided", Some(("follow-up-call", When::Ahead(0))));
            }
            _ => {}
        }
    }

    fn set_up(&mut self) {
        if self.variant > 0 {
            self.day += self.dice.between(1, 4);
            self.tell(What::FinishTasks(1));
        }
    }

    fn win(&mut self) {
        self.go(self.pending);
        self.tell(What::FinishTasks(usize::MAX));
        self.take("win", "note-won");
        self.hold("meeting", "done", None);
        // Accounting takes its time with the invoice, but not for long.
        if !self.is_fresh {
            self.day += self.dice.between(1, 2);
            self.tell(What::FinishTasks(usize::MAX));
        }
    }

    fn lose(&mut self) {
        self.day += self.dice.between(1, 4);
        self.minute = 15 * self.dice.between(1, 24);
        let declined = self.told("call", "declined");
        self.tell(What::Log(declined));
        self.minute += 25;
        let explanation = self.said(&format!("lost-{}", self.deal.reason));
        let mut answers =
            vec![("reason", Answer::Choice(self.deal.reason)), ("explanation", Answer::Text(explanation))];
        if self.deal.reason == "competitor" {
            answers.push(("deal.competitor", Answer::Text(self.said("competitor"))));
        }
        self.tell(What::Move { key: "say-no", answers, hasty: false });
        self.tell(What::CallOff);
    }

    /// One in seven has something else to do about it.
    fn task(&mut self) {
        if self.dice.percent(14) {
            let due = When::By(self.dice.between(0, 7) as i32 - 1);
            let title = self.said("tasks");
            self.tell(What::Task { title, due });
        }
    }
}

impl Telling<'_> {
    /// A day from now.
    fn on(&mut self, low: u32, high: u32) -> When {
        When::On { day: self.day + self.dice.between(low, high), minute: 15 * self.dice.between(1, 24) }
    }

    /// When the first thing of the next stage takes place: it is still ahead where the deal stands there, and never
    /// comes where it was lost there.
    fn when(&mut self, next: &str, low: u32, high: u32) -> When {
        if self.goal != next {
            return self.on(low, high);
        }
        let held = match next {
            "first-appointment" => self.variant == 2,
            "discovery" | "follow-up" => self.variant > 0,
            _ => false,
        };
        match self.deal.stage {
            "lost" => self.on(8, 12),
            _ if held => self.on(low, high),
            _ => When::Ahead(0),
        }
    }

    fn go(&mut self, when: When) {
        if let When::On { day, minute } = when {
            (self.day, self.minute) = (day, minute);
        }
    }

    fn tell(&mut self, what: What<When>) {
        self.beats.push(Beat { day: self.day, minute: self.minute, what });
    }

    /// Holds what was planned, and plans what follows.
    fn hold(&mut self, kind: &'static str, outcome: &'static str, next: Option<(&'static str, When)>) {
        let told = self.told(kind, outcome);
        let next = next.map(|(kind, when)| self.plan(kind, when));
        let minutes = told.minutes;
        self.tell(What::Complete { told, next });
        self.minute += minutes + 10;
    }

    fn told(&mut self, kind: &'static str, outcome: &'static str) -> Told {
        let words = self.said(&format!("{kind}-{outcome}"));
        let findings =
            if kind == "network-discovery" { self.said("network-findings") } else { String::new() };
        Told { kind, minutes: minutes(kind), outcome, words, findings }
    }

    fn plan(&mut self, kind: &'static str, when: When) -> Plan<When> {
        let subject = self.said(&format!("subject-{kind}"));
        Plan { kind, subject, minutes: minutes(kind), when }
    }

    /// A forward move, mostly with a note before it.
    fn take(&mut self, key: &'static str, note: &str) {
        self.minute += 5;
        if self.dice.percent(80) {
            self.note(note);
        }
        self.tell(What::Move { key, answers: Vec::new(), hasty: !self.noted });
        self.minute += 1;
        self.noted = false;
    }

    fn note(&mut self, list: &str) {
        let words = self.said(list);
        self.tell(What::Note(words));
        self.noted = true;
        self.minute += 2;
    }

    /// A line of a list, with the client's person in it; nothing where there is no such list.
    fn said(&mut self, list: &str) -> String {
        self.deal.land.words().pick(list, &mut self.dice).replace("{person}", &self.deal.person.name)
    }
}

fn minutes(kind: &str) -> u32 {
    match kind {
        "call" | "follow-up-call" => 15,
        "agreement" => 30,
        "proposal" | "first-appointment" | "meeting" => 60,
        _ => 90,
    }
}
