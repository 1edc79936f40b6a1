//! Problems are values: a code, the path to the spot, and a message in both languages.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::limits;
use crate::text::{Text, fill};

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident),* $(,)?) => {
        /// What is wrong. Codes are stable: tests and pages may rely on them.
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $code),* }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];
        }
    };
}

codes! {
    /// The request is not JSON.
    MalformedJson,
    /// A key that stands twice in one object, so that one of its values would be lost.
    KeyTwice,
    /// The request is not written in UTF-8.
    NotUtf8,
    /// The request is absurdly long.
    TooLarge,
    /// Lists and objects stand within each other too often.
    TooDeep,
    /// A whole number that JavaScript cannot hold exactly.
    ImpreciseNumber,
    /// Something that JSON has no form for, such as a `Map` or `NaN`.
    NotJson,
    /// An object or a list that contains itself.
    CircularValue,
    /// Something that throws when it is read.
    UnreadableValue,
    /// More problems than are told.
    MoreProblems,
    /// A value has the wrong type.
    WrongType,
    /// A key that the contract does not know.
    UnknownKey,
    /// A key that the contract requires.
    MissingKey,
    /// A key for which the engine has to take rulebooks of one's own, and does not.
    NeedsAuthor,
    /// Rulebooks brought with a request to rulebooks that are kept.
    AlreadyKept,
    /// A rulebook that does not exist.
    UnknownRulebook,
    /// A rulebook that stands apart, and whose file the engine was not handed.
    RulebookNotHeld,
    /// A file that is of no rulebook of this engine.
    ForeignFile,
    /// Not a day of the calendar, or not written as one.
    NotADate,
    /// Not a time, or not written as one.
    NotAnInstant,
    /// The rules are not in force on the day asked.
    NotInForce,
    /// Rules that were never law, where only law can stand.
    NeverLaw,
    /// The rulebook decides no issue.
    NotDecided,
    /// The rulebook has no ledger.
    NotSimulated,
    /// An issue that the rulebook does not know.
    UnknownIssue,
    /// A fact that the rulebook does not know.
    UnknownFact,
    /// An answer that the fact does not offer.
    UnknownChoice,
    /// An answer listed twice.
    RepeatedChoice,
    /// A number outside the admissible range.
    OutOfRange,
    /// Facts that exclude each other.
    ContradictoryFacts,
    /// A fact that two rulebooks both know, and that is not the same in both.
    FactsDiffer,
    /// Two rulebooks of which one excludes whatever the other allows.
    NothingInCommon,
    /// More entries than a request may have.
    TooMany,
    /// A column with more or fewer rows than there are.
    UnevenColumns,
    /// An id used twice.
    DuplicateId,
    /// A finding earlier than the one before it.
    Unsorted,
    /// A finding later than the last day asked for.
    AfterUntil,
    /// The rulebook lists no duties.
    NoDuties,
    /// Somebody, an occasion or a force of whom or which the rulebook lists no duties.
    UnknownTerm,
    /// A tier that the ledger does not know.
    UnknownTier,
    /// A reading that the rulebook does not offer.
    UnknownReading,
    /// A document that no rulebook has.
    UnknownDocument,
    /// A deadline that the rulebook does not have.
    UnknownDeadline,
    /// A field that the document does not have.
    UnknownField,
    /// A text longer than a field may be.
    TooLong,
    /// A rulebook file that cannot be read.
    UnreadableFile,
    /// A rulebook file that is not YAML.
    MalformedYaml,
    /// A rulebook in a version of the format that is not read.
    UnknownFormat,
    /// A rulebook that does not fit the format.
    MalformedRulebook,
    /// An id defined twice.
    DefinedTwice,
    /// A reference to something that does not exist.
    UnknownName,
    /// A name shared by a fact and an element.
    NameTaken,
    /// A test that does not fit the kind of its fact.
    WrongTest,
    /// An element or verdict with no condition, or with several.
    NotOneCondition,
    /// A list of conditions without entries.
    EmptyList,
    /// Elements that refer to each other in a circle, or a fact that dates answer only where it
    /// is known already.
    Circular,
    /// An issue without verdicts, or with one that says `otherwise` and is not the last.
    MisplacedOtherwise,
    /// An issue that has no verdict for some facts.
    NotExhaustive,
    /// Verdicts that are said to exclude each other and do not.
    NotExclusive,
    /// A verdict that no facts lead to.
    UnreachableVerdict,
    /// An element that no verdict, alert or constraint uses.
    UnusedElement,
    /// A condition that always holds.
    AlwaysHolds,
    /// A condition that never holds.
    NeverHolds,
    /// Constraints that leave nothing possible.
    NothingPossible,
    /// A validity that ends before it begins.
    EmptyValidity,
    /// A rule that is in force on no day on which its rulebook is.
    NeverInForce,
    /// Days between a rule and the one that it replaces.
    ValidityGap,
    /// Days on which a rule and the one that it replaces are both in force.
    ValidityOverlap,
    /// A rule that cites no provision in force.
    NothingCited,
    /// A rule of low confidence without a word on why.
    UndisclosedConfidence,
    /// A fact that no condition tests.
    UnusedFact,
    /// A fact whose answer can change no verdict and no alert.
    NeverMatters,
    /// A part of a ledger that nothing refers to.
    UnusedPart,
    /// A tier without points or book on a day on which it is in force.
    NoValue,
    /// A group that no fact belongs to.
    UnusedGroup,
    /// Somebody or an occasion that no duty names.
    UnusedName,
    /// A case that no element refers to.
    UnusedCase,
    /// A provision that no rulebook cites.
    UnusedProvision,
    /// A provision that is never in force while the rule that cites it is.
    NeverCited,
    /// An exception that never takes anything out.
    IdleException,
    /// A constraint that excludes nothing that was possible.
    IdleConstraint,
    /// A source whose address no page may link to, or that stands twice.
    NoAddress,
    /// An instrument that does not say where it was read.
    NoSource,
    /// The same of one that is said to be well read.
    NowhereRead,
    /// A deadline that counts by a fact that is no date.
    NoDate,
    /// A day on which a duty cannot be due.
    NoDueDay,
    /// A duty beside which nothing binds on the rulebook's own day, though it names what does.
    NoCounterpart,
    /// A deadline that needs a calendar and names none, or names one and needs none.
    CalendarOrNone,
    /// A deadline that says neither or both of `from` and `before`, or that is counted back by
    /// working days.
    FromOrBefore,
    /// Dates that are said to answer a fact of another kind than yes or no.
    NotSettled,
    /// A deadline that never answers the fact that names it.
    NeverSettles,
    /// A fact that comes before another, of which no verdict rests on both.
    IdlePremise,
    /// A field of a document that has the name of a fact.
    FieldTaken,
    /// A sentence that names one thing in one language and another in the other.
    SlotsDiffer,
    /// A field that no sentence names.
    UnusedField,
    /// A calendar that contradicts itself or the days of the week.
    WrongCalendar,
    /// A calendar that no deadline counts by.
    UnusedCalendar,
    /// Choices that do not fit the kind of their fact.
    MissingChoices,
    /// A key or an id of a rulebook that can stand in no address.
    NoId,
    /// More than the engine can hold.
    TooComplex,
    /// Something in the engine is not as it has to be: the fault is its own.
    Broken,
}

/// That there are so many problems besides.
#[must_use]
pub fn untold(count: usize) -> Problem {
    Problem::new(Code::MoreProblems, "").with("value", count)
}

/// A text, cut after so many characters.
#[must_use]
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().take(most).chain(['…']).collect()),
    }
}

/// Something wrong, and where.
///
/// The message is not part of it: it is joined from the table of messages, so that neither
/// language stands in the code.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where: a JSON pointer into the request or the rulebook.
    pub path: String,
    /// What the message names.
    pub params: Params,
}

/// What a message names, by the names under which it does so. They are few: a list is looked
/// through.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Params(Vec<(&'static str, Param)>);

impl Params {
    /// What stands under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter().find(|(known, _)| *known == name).map(|(_, param)| param)
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(name, param)| (*name, param))
    }

    /// Whether a message names nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts something under a name, in place of what stands there.
    fn insert(&mut self, name: &'static str, param: Param) {
        let place = self.0.iter().position(|(known, _)| name <= *known);
        let place = place.unwrap_or(self.0.len());
        match self.0.get_mut(place) {
            Some((known, there)) if *known == name => *there = param,
            _ => self.0.insert(place, (name, param)),
        }
    }
}

/// Under this name a problem names the rule of the rulebook that was offended, as the texts
/// name it.
pub const RULE: &str = "rule";

/// Something that a message names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Param {
    /// As it stands, in either language.
    Plain(String),
    /// An entry of the table of words.
    Word(&'static str),
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(text) => f.write_str(text),
            Self::Word(word) => f.write_str(word),
        }
    }
}

impl Problem {
    /// A problem at `path`.
    #[must_use]
    pub fn new(code: Code, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), params: Params::default() }
    }

    /// Names something in the message, as it stands.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.params.insert(name, Param::Plain(value.to_string()));
        self
    }

    /// Names several things in the message, in a row; a dash, where there are none.
    #[must_use]
    pub fn with_list<T: AsRef<str>>(
        self,
        name: &'static str,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        let mut row = String::new();
        for value in values {
            row.push_str(if row.is_empty() { "" } else { ", " });
            row.push_str(value.as_ref());
        }
        if row.is_empty() { self.with(name, "–") } else { self.with(name, row) }
    }

    /// Names something in the message by an entry of the table of words.
    #[must_use]
    pub fn with_word(mut self, name: &'static str, word: &'static str) -> Self {
        self.params.insert(name, Param::Word(word));
        self
    }
}

/// What is said of each problem.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// The message of each code, with `{…}` for what is filled in.
    pub problems: IndexMap<Code, Text>,
    /// What a message can say was expected.
    pub words: IndexMap<String, Text>,
}

impl Messages {
    /// What is said of `problem`.
    #[must_use]
    pub fn of(&self, problem: &Problem) -> Text {
        Text { zh: self.fill(problem, |text| &text.zh), en: self.fill(problem, |text| &text.en) }
    }

    /// Takes in what another table says.
    pub fn add(&mut self, other: Self) {
        self.problems.extend(other.problems);
        self.words.extend(other.words);
    }

    fn fill(&self, problem: &Problem, language: fn(&Text) -> &str) -> String {
        let message = self.problems.get(&problem.code).map_or("", language);
        fill(message, |name| match problem.params.get(name) {
            Some(Param::Plain(value)) if name == "value" => cut(value, limits::REPEATED_CHARACTERS),
            Some(Param::Plain(value)) => Cow::Borrowed(value.as_str()),
            Some(&Param::Word(word)) => self.words.get(word).map_or(word, language).into(),
            None => Cow::Borrowed(""),
        })
    }
}

/// The JSON pointer of a key below `path`.
#[must_use]
pub fn child(path: &str, key: &str) -> String {
    // Most keys stand as they are; every path of a request that is read comes by here.
    if key.contains(['~', '/']) {
        return [path, "/", &key.replace('~', "~0").replace('/', "~1")].concat();
    }
    [path, "/", key].concat()
}
