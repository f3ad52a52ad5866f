//! Who sells: teams of one land each, a head over each, and whoever administers the installation.

use super::naming;
use super::words::Land;

/// Members a team at most.
const TEAM: usize = 8;

/// An owner of companies and deals.
pub struct Seller {
    pub name: String,
    pub land: Land,
    /// None for a member who was there before.
    pub team: Option<usize>,
}

pub struct Team {
    pub name: &'static str,
    pub head: String,
}

pub struct Sellers {
    pub all: Vec<Seller>,
    pub teams: Vec<Team>,
}

impl Sellers {
    /// So many sellers, most of them of the house's own land; `first` is somebody who is a member already.
    pub fn new(count: u32, house: Land, first: Option<String>) -> Sellers {
        let count = count as usize;
        let abroad = (count / 8).max(1);
        let mut sellers = Sellers { all: Vec::new(), teams: Vec::new() };
        let known = first.clone().unwrap_or_default();
        sellers.all.extend(first.map(|name| Seller { name, land: house, team: None }));
        sellers.hire(house, count - abroad, &known);
        sellers.hire(house.other(), abroad, &known);
        sellers
    }

    fn hire(&mut self, land: Land, count: usize, known: &str) {
        let teams = count.div_ceil(TEAM);
        let mut names = names(land).filter(|name| name != known);
        let first = self.teams.len();
        for at in 0..count {
            let team = Some(first + at * teams / count);
            self.all.extend(names.next().map(|name| Seller { name, land, team }));
        }
        for at in 0..teams {
            let name = land.words().nth("teams", at);
            self.teams.extend(names.next().map(|head| Team { name, head }));
        }
    }

    /// Sellers of a land, by their place in `all`; who was there before has two shares.
    pub fn of(&self, land: Land) -> Vec<u32> {
        let mut of: Vec<u32> =
            (0..).zip(&self.all).filter(|(_, one)| one.land == land).map(|(at, _)| at).collect();
        if self.all.first().is_some_and(|one| one.team.is_none() && one.land == land) {
            of.push(0);
        }
        of
    }
}

/// Names for members: first those that are told apart at a glance, then combinations.
fn names(land: Land) -> impl Iterator<Item = String> {
    let words = land.words();
    let chosen = words.list("sellers").iter().map(|name| (*name).to_owned());
    let given = words.list("given").len().max(1);
    chosen.chain((0..).map(move |at| naming::person(land, at % given, at + 7 * (at / given))))
}

/// Where a member would be written to, if they were real.
pub fn mail(name: &str) -> String {
    format!("{}@demo.example", naming::slug(name).replace('-', "."))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn initials(name: &str) -> String {
        name.split(' ').filter_map(|word| word.chars().next()).collect()
    }

    #[test]
    fn sellers_are_told_apart_by_name_and_the_first_ones_by_their_initials() {
        let sellers = Sellers::new(60, Land::English, Some("Dana Whitfield".into()));
        let names: Vec<&str> = sellers.all.iter().map(|one| one.name.as_str()).collect();
        let heads = sellers.teams.iter().map(|team| team.head.as_str());
        let all: BTreeSet<&str> = names.iter().copied().chain(heads).collect();
        assert_eq!(all.len(), 61 + sellers.teams.len());
        let short: BTreeSet<String> = names[..20].iter().map(|name| initials(name)).collect();
        assert_eq!(short.len(), 20);
    }

    #[test]
    fn nobody_is_hired_under_the_name_of_who_is_there() {
        let sellers = Sellers::new(8, Land::English, Some("Clara Moreau".into()));
        assert_eq!(sellers.all.iter().filter(|one| one.name == "Clara Moreau").count(), 1);
        assert_eq!(sellers.all.len(), 9);
        assert_eq!(sellers.of(Land::English), [0, 1, 2, 3, 4, 5, 6, 7, 0]);
        assert_eq!(sellers.of(Land::Russian), [8]);
    }

    #[test]
    fn a_team_has_eight_members_at_most_and_one_head() {
        let sellers = Sellers::new(60, Land::English, None);
        for (at, team) in sellers.teams.iter().enumerate() {
            let members = sellers.all.iter().filter(|one| one.team == Some(at)).count();
            assert!((1..=TEAM).contains(&members), "{}", team.name);
        }
    }
}
