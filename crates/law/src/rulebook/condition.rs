//! The language of conditions.
//!
//! A condition reads as plainly as the provision it encodes:
//!
//! ```yaml
//! all:
//!   - right_in_force                                   # an element, or a yes/no fact that is yes
//!   - claimant_role: [owner, exclusive_licensee]       # a choice among these
//!   - not: {n_eval_report: negative}
//!   - any: [n_written, {e_kinds: {has: notarised}}]
//!   - n_prior_count: {at_least: 3}
//!   - right_filing_date: {on_or_after: 2010-01-01}
//!   - ctx_act_date: {after: {fact: p_date_last_verify, months: 6}}
//! ```

use std::fmt;

use chrono::NaiveDate as Date;
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

/// A condition over facts and elements.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// An element, or a yes/no fact that is answered yes.
    Name(String),
    /// Every one holds. An empty list always holds.
    All(Vec<Condition>),
    /// At least one holds. An empty list never holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A fact has one of certain values.
    Test(String, Test),
}

/// What a fact is tested for.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Test {
    /// A yes/no fact has this answer.
    Answer(bool),
    /// A choice is this one.
    Is(String),
    /// A choice is one of these.
    In(Vec<String>),
    /// A test of the members of a set.
    Set(SetTest),
    /// A comparison of a number or a date.
    Compare(Comparison),
}

impl Test {
    /// The time from another date that the test names.
    #[must_use]
    pub fn lag(&self) -> Option<&Lag> {
        use Comparison::{After, AtLeast, AtMost, Before, OnOrAfter, OnOrBefore};
        match self {
            Self::Compare(comparison) => match comparison {
                OnOrAfter(DateBound::Lag(lag))
                | After(DateBound::Lag(lag))
                | OnOrBefore(DateBound::Lag(lag))
                | Before(DateBound::Lag(lag)) => Some(lag),
                OnOrAfter(_) | After(_) | OnOrBefore(_) | Before(_) | AtLeast(_) | AtMost(_) => {
                    None
                }
            },
            Self::Answer(_) | Self::Is(_) | Self::In(_) | Self::Set(_) => None,
        }
    }
}

/// A test of the members of a set.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum SetTest {
    /// This is a member.
    Has(String),
    /// At least one of these is a member.
    HasAny(Vec<String>),
    /// All of these are members.
    HasAll(Vec<String>),
    /// None of these is a member.
    NoneOf(Vec<String>),
}

/// A comparison of a number with a number, or of a date with a date.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Comparison {
    /// The number or more.
    AtLeast(i64),
    /// The number or less.
    AtMost(i64),
    /// The day or a later one.
    OnOrAfter(DateBound),
    /// A later day.
    After(DateBound),
    /// The day or an earlier one.
    OnOrBefore(DateBound),
    /// An earlier day.
    Before(DateBound),
}

/// The day that a date is compared with.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum DateBound {
    /// A fixed day.
    Day(
        #[serde(with = "crate::day")]
        #[cfg_attr(feature = "files", schemars(with = "Date"))]
        Date,
    ),
    /// A day counted from another fact.
    Lag(Lag),
}

/// A day that lies some time after another fact's day. Months are counted to the
/// corresponding day, or to the last day of a month that has none.
///
/// Source: Civil Code art. 202 (months), art. 201(1) (the first day is not counted).
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lag {
    /// The date fact to count from.
    pub fact: String,
    /// Calendar months to add.
    #[serde(default)]
    pub months: i32,
    /// Calendar days to add.
    #[serde(default)]
    pub days: i32,
}

impl Condition {
    /// Visits each fact or element that it names, as often as it does.
    pub fn each_name<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        match self {
            Self::Name(name) => visit(name),
            Self::Test(name, test) => {
                visit(name);
                if let Test::Compare(comparison) = test
                    && let Some(DateBound::Lag(Lag { fact, months: _, days: _ })) =
                        comparison.bound()
                {
                    visit(fact);
                }
            }
            Self::All(list) | Self::Any(list) => list.iter().for_each(|one| one.each_name(visit)),
            Self::Not(inner) => inner.each_name(visit),
        }
    }

    /// Visits each comparison in it, with the fact that is compared.
    pub fn each_comparison<'a>(&'a self, visit: &mut dyn FnMut(&'a str, &'a Comparison)) {
        match self {
            Self::Test(fact, Test::Compare(comparison)) => visit(fact, comparison),
            Self::Name(_) | Self::Test(..) => {}
            Self::All(list) | Self::Any(list) => {
                list.iter().for_each(|one| one.each_comparison(visit));
            }
            Self::Not(inner) => inner.each_comparison(visit),
        }
    }
}

impl Comparison {
    /// The day that a date is compared with; none, where a number is compared.
    #[must_use]
    pub fn bound(&self) -> Option<&DateBound> {
        match self {
            Self::OnOrAfter(bound)
            | Self::After(bound)
            | Self::OnOrBefore(bound)
            | Self::Before(bound) => Some(bound),
            Self::AtLeast(_) | Self::AtMost(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ConditionVisitor;

        impl<'de> Visitor<'de> for ConditionVisitor {
            type Value = Condition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name, or a map with one key: all, any, not, or a fact")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Condition, E> {
                Ok(Condition::Name(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Condition, A::Error> {
                let Some(key) = map.next_key::<String>()? else {
                    return Err(de::Error::custom("an empty condition; expected one key"));
                };
                let condition = match key.as_str() {
                    "all" => Condition::All(map.next_value()?),
                    "any" => Condition::Any(map.next_value()?),
                    "not" => Condition::Not(Box::new(map.next_value()?)),
                    _ => Condition::Test(key, map.next_value()?),
                };
                match map.next_key::<String>()? {
                    None => Ok(condition),
                    Some(second) => Err(de::Error::custom(format!(
                        "a second key `{second}` in one condition; expected one key, or a list under `all`"
                    ))),
                }
            }
        }

        deserializer.deserialize_any(ConditionVisitor)
    }
}

#[cfg(feature = "files")]
impl schemars::JsonSchema for Condition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let condition = generator.subschema_for::<Self>();
        let test = generator.subschema_for::<Test>();
        schemars::json_schema!({
            "description": "An element, a yes/no fact that is yes, or a map with one key: all, any, not, or a fact.",
            "oneOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "properties": {
                        "all": { "type": "array", "items": condition },
                        "any": { "type": "array", "items": condition },
                        "not": condition
                    },
                    "additionalProperties": test
                }
            ]
        })
    }
}
