//! A finding of a ledger, as a request states it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Moment, Yuan};

/// A finding: what every one says, and what its rulebook knows besides.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// What it says whatever its rulebook.
    #[serde(flatten)]
    pub keys: FindingKeys,
    /// The circumstances (`true` or `false`) and labels (a text) of its rulebook, by id.
    #[serde(flatten)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, unknown>"))]
    pub named: BTreeMap<String, Named>,
}

/// What a finding says whatever its rulebook.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FindingKeys {
    /// Its id, by which the answer names it. Each stands once.
    pub id: String,
    /// When it was issued: `2017-04-01`, `2017-04-01T12:00`, or with an offset
    /// `2017-04-01T12:00+08:00`. Without one it is the platform's time.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub issued: Moment,
    /// The tier of the rules under which it was made, by id.
    pub tier: String,
    /// Listings, or times, as the tier counts them, from 1; one, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub items: Option<u32>,
    /// Whether it was reversed on appeal. No, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub reversed: Option<bool>,
    /// When the exam that it called for was passed, written as `issued` is, or `false` if it was
    /// not. Not known, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | false"))]
    pub exam: Option<Exam>,
    /// Sums of money in yuan that stand with it, by the rulebook's names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub amounts: Option<BTreeMap<String, Yuan>>,
    /// What the platform booked for it, to be held against the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub taken: Option<Taken>,
}

/// What a platform booked for a finding. What is left out is not known, and held against
/// nothing.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Taken {
    /// The points of all items together; those taken off, where the tier takes points off. They
    /// are held against nothing where the rules' points are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub points: Option<u32>,
    /// Whether a strike was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub strike: Option<bool>,
    /// The measures that were said to begin, by the rulebook's names, each once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub measures: Option<Vec<String>>,
}

/// Whether the exam that a finding called for was passed.
#[derive(Clone, Debug, PartialEq)]
pub enum Exam {
    /// It was, at this time.
    Passed(Moment),
    /// It was not.
    NotPassed,
}

/// A circumstance (`true` or `false`) or a label (a text) that its rulebook knows, by id.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Named {
    /// Whether a circumstance is stated.
    Circumstance(bool),
    /// What a label says.
    Label(String),
}

impl From<bool> for Named {
    fn from(stated: bool) -> Self {
        Self::Circumstance(stated)
    }
}

impl From<&str> for Named {
    fn from(label: &str) -> Self {
        Self::Label(label.to_owned())
    }
}

impl From<String> for Named {
    fn from(label: String) -> Self {
        Self::Label(label)
    }
}

impl Finding {
    /// A finding of one item.
    #[must_use]
    pub fn new(id: impl Into<String>, issued: impl Into<Moment>, tier: impl Into<String>) -> Self {
        let (id, issued, tier) = (id.into(), issued.into(), tier.into());
        let (items, reversed, exam, amounts, taken) = (None, None, None, None, None);
        let keys = FindingKeys { id, issued, tier, items, reversed, exam, amounts, taken };
        Self { keys, named: BTreeMap::new() }
    }

    /// Of so many items.
    #[must_use]
    pub fn items(mut self, count: u32) -> Self {
        self.keys.items = Some(count);
        self
    }

    /// Reversed on appeal.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        self.keys.reversed = Some(true);
        self
    }

    /// With what became of the exam that it called for.
    #[must_use]
    pub fn exam(mut self, exam: Exam) -> Self {
        self.keys.exam = Some(exam);
        self
    }

    /// With a sum of money.
    #[must_use]
    pub fn amount(mut self, id: impl Into<String>, sum: Yuan) -> Self {
        self.keys.amounts.get_or_insert_default().insert(id.into(), sum);
        self
    }

    /// With what the platform booked for it.
    #[must_use]
    pub fn taken(mut self, taken: Taken) -> Self {
        self.keys.taken = Some(taken);
        self
    }

    /// With a circumstance (`true`) or a label (a text) of its rulebook.
    #[must_use]
    pub fn named(mut self, id: impl Into<String>, value: impl Into<Named>) -> Self {
        self.named.insert(id.into(), value.into());
        self
    }
}

impl Taken {
    /// Nothing that is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// So many points.
    #[must_use]
    pub fn points(mut self, points: u32) -> Self {
        self.points = Some(points);
        self
    }

    /// A strike, or none.
    #[must_use]
    pub fn strike(mut self, counted: bool) -> Self {
        self.strike = Some(counted);
        self
    }

    /// This measure, and no others but those named so.
    #[must_use]
    pub fn measure(mut self, id: impl Into<String>) -> Self {
        self.measures.get_or_insert_default().push(id.into());
        self
    }
}

impl Serialize for Exam {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Passed(moment) => moment.serialize(serializer),
            Self::NotPassed => serializer.serialize_bool(false),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Exam {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Exam".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let passed = generator.subschema_for::<Moment>();
        schemars::json_schema!({
            "description": "When an exam was passed, or `false` if it was not.",
            "anyOf": [passed, { "const": false }],
        })
    }
}

impl<'de> Deserialize<'de> for Exam {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Answer(bool),
            Moment(Moment),
        }
        match Written::deserialize(deserializer)? {
            Written::Moment(moment) => Ok(Self::Passed(moment)),
            Written::Answer(false) => Ok(Self::NotPassed),
            Written::Answer(true) => {
                Err(de::Error::custom("`true` for an exam; expected when it was passed, or false"))
            }
        }
    }
}
