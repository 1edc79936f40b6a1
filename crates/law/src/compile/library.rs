//! Rulebooks compiled, and which of them holds on a day.

use chrono::NaiveDate as Date;

use super::{Compiled, Library, Listed, Version};
use crate::problem::{Code, Problem};

impl Library {
    /// The rulebook with this id.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownRulebook`], with the ids there are; [`Code::RulebookNotHeld`] of one that
    /// stands apart and whose file was not handed over.
    pub fn rulebook(&self, id: &str, path: &str) -> Result<&Compiled, Problem> {
        if let Some(rulebook) = self.rulebooks.iter().find(|rulebook| rulebook.id == id) {
            return Ok(rulebook);
        }
        let refused = |code| Problem::new(code, path).with("value", id);
        match self.apart.iter().find(|apart| apart.listed.rulebook == id) {
            Some(apart) => apart.held().ok_or_else(|| refused(Code::RulebookNotHeld)),
            None => {
                let ids = self.rulebooks.iter().map(|known| known.id.as_str());
                let apart = self.apart.iter().map(|apart| apart.listed.rulebook.as_str());
                Err(refused(Code::UnknownRulebook).with_list("expected", ids.chain(apart)))
            }
        }
    }

    /// What a list tells of each rulebook, whether it stands apart or not.
    pub fn listed(&self) -> impl Iterator<Item = Listed> {
        let apart = self.apart.iter().map(|apart| apart.listed.clone());
        self.rulebooks.iter().map(Listed::from).chain(apart)
    }

    /// The rulebooks that can be asked: those inside, and those that stand apart and were handed
    /// over.
    pub fn held(&self) -> impl Iterator<Item = &Compiled> {
        self.rulebooks.iter().chain(self.apart.iter().filter_map(|apart| apart.held()))
    }

    /// The rulebook, if it is law by which something can be decided.
    ///
    /// # Errors
    ///
    /// [`Code::NeverLaw`].
    pub fn law<'a>(&self, rulebook: &'a Compiled, path: &str) -> Result<&'a Compiled, Problem> {
        if self.never_in_force.contains(&rulebook.id) {
            return Err(Problem::new(Code::NeverLaw, path).with("value", &rulebook.id));
        }
        Ok(rulebook)
    }

    /// With the rulebooks of another library, except those of the same id.
    #[must_use]
    pub fn beside(mut self, other: &Self) -> Self {
        for rulebook in &other.rulebooks {
            if !self.rulebooks.iter().any(|known| known.id == rulebook.id) {
                self.rulebooks.push(rulebook.clone());
            }
        }
        self
    }
}

impl Compiled {
    /// The version in force on `day`.
    ///
    /// # Errors
    ///
    /// [`Code::NotInForce`] with the nearest version. Another version's rules are never
    /// applied instead.
    pub fn version_on(&self, day: Date, path: &str) -> Result<&Version, Problem> {
        let begun = self.versions.iter().rfind(|version| version.from <= day);
        let ended = self.to.is_some_and(|to| to < day);
        begun.filter(|_| !ended).ok_or_else(|| {
            let nearest =
                begun.or(self.versions.first()).map_or(self.as_of, |version| version.from);
            Problem::new(Code::NotInForce, path).with("value", day).with("expected", nearest)
        })
    }

    /// The version that follows `version`, if there is one.
    #[must_use]
    pub fn after(&self, version: &Version) -> Option<&Version> {
        self.versions.iter().find(|later| version.from < later.from)
    }
}
