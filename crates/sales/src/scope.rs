//! What a token is for: how much it may do, and of what. It narrows what its member may do and never widens it.

use serde::Serialize;

/// How much a token may do; each level holds those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Look, and change nothing.
    Read,
    /// Change records.
    Write,
    /// Change what the whole installation shares, where the member may.
    Administration,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Read, Level::Write, Level::Administration];

    pub fn key(self) -> &'static str {
        match self {
            Level::Read => "read",
            Level::Write => "write",
            Level::Administration => "administration",
        }
    }

    pub fn parse(key: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.key() == key)
    }
}

/// A part of the product that a token may be bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Deals and their moves.
    Deals,
    /// Companies and people.
    Clients,
    /// Activities, tasks, notes, the day and notifications.
    Work,
    /// Files, on whatever record.
    Files,
    Imports,
}

impl Area {
    pub const ALL: [Area; 5] = [Area::Deals, Area::Clients, Area::Work, Area::Files, Area::Imports];

    pub fn key(self) -> &'static str {
        match self {
            Area::Deals => "deals",
            Area::Clients => "clients",
            Area::Work => "work",
            Area::Files => "files",
            Area::Imports => "imports",
        }
    }

    pub fn parse(key: &str) -> Option<Area> {
        Area::ALL.into_iter().find(|area| area.key() == key)
    }
}

/// What a token covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub level: Level,
    /// In their order; none of them binds the token to no area: it covers all there are and will be.
    areas: Vec<Area>,
}

impl Scope {
    pub fn new(level: Level, areas: impl IntoIterator<Item = Area>) -> Scope {
        let mut areas: Vec<Area> = areas.into_iter().collect();
        areas.sort_unstable();
        areas.dedup();
        Scope { level, areas }
    }

    /// All that its member may do.
    pub fn whole() -> Scope {
        Scope::new(Level::Administration, [])
    }

    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    pub fn covers(&self, need: Need) -> bool {
        let bound = !self.areas.is_empty();
        let within = match need.of {
            Within::Anything => true,
            Within::One(area) => !bound || self.areas.contains(&area),
            Within::Everything => !bound,
        };
        self.level >= need.level && within
    }
}

/// What something asks of the token that does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    pub level: Level,
    pub of: Within,
}

/// Where the thing lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// In no area: what all of them need, such as stages and the names of members.
    Anything,
    One(Area),
    /// Across the areas: a token bound to some does not cover it.
    Everything,
}

impl Need {
    pub const fn new(level: Level, of: Within) -> Need {
        Need { level, of }
    }

    /// As documents and problems name it: `read`, `deals:write`, `everything:read`.
    pub fn name(self) -> String {
        let level = self.level.key();
        match self.of {
            Within::Anything => level.to_owned(),
            Within::One(area) => format!("{}:{level}", area.key()),
            Within::Everything => format!("everything:{level}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_holds_those_before_it_and_none_after() {
        let writes = Scope::new(Level::Write, []);
        let holds = Level::ALL.map(|level| writes.covers(Need::new(level, Within::Anything)));
        assert_eq!(holds, [true, true, false]);
    }

    #[test]
    fn a_token_bound_to_areas_covers_them_and_what_belongs_to_none() {
        let bound = Scope::new(Level::Read, [Area::Work, Area::Deals, Area::Work]);
        let read = |of| bound.covers(Need::new(Level::Read, of));
        assert_eq!(bound.areas(), [Area::Deals, Area::Work]);
        assert!(read(Within::One(Area::Deals)) && read(Within::Anything));
        assert!(!read(Within::One(Area::Clients)) && !read(Within::Everything));
    }

    #[test]
    fn the_whole_scope_covers_whatever_is_asked() {
        let places = Area::ALL.map(Within::One).into_iter().chain([Within::Anything, Within::Everything]);
        for of in places {
            assert!(Scope::whole().covers(Need::new(Level::Administration, of)), "{of:?}");
        }
    }

    #[test]
    fn every_level_and_area_survives_its_key() {
        for level in Level::ALL {
            assert_eq!(Level::parse(level.key()), Some(level));
        }
        for area in Area::ALL {
            assert_eq!(Area::parse(area.key()), Some(area));
        }
    }
}
