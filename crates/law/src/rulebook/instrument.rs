//! Where a rule stands written: instruments, their provisions, decided cases.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::{Confidence, Ordered, Validity, Value};
use crate::text::Text;

/// A law, interpretation, platform rule or other text that rules are taken from.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its name.
    pub title: Text,
    /// Its short name, as a citation shows it.
    pub short: Text,
    /// Its number, such as 法发〔2020〕32号.
    #[serde(default)]
    pub number: Option<String>,
    /// What kind of authority it has.
    pub rank: Rank,
    /// When it is in force.
    pub in_force: Validity,
    /// Whether it never was law, such as a draft: only rules that never were law cite it.
    #[serde(default)]
    pub never_in_force: bool,
    /// The instrument that it takes the place of: that one ends on the day before it begins.
    #[serde(default)]
    pub replaces: Option<String>,
    /// How it was read.
    pub confidence: Confidence,
    /// Remarks on its text, its origin or its fate.
    #[serde(default)]
    pub note: Option<Text>,
    /// Where its text can be read, the official text first.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Where what is said here was read, if at none of these addresses.
    #[serde(default)]
    pub read_elsewhere: Option<Text>,
    /// Its provisions, by article and paragraph, such as `42/1`.
    pub provisions: Ordered<Provision>,
}

impl Instrument {
    /// Whether it says where what is said here was read.
    #[must_use]
    pub fn says_where_read(&self) -> bool {
        let read = self.sources.iter().any(|source| source.read != Extent::Unread);
        read || self.read_elsewhere.is_some()
    }

    /// The address of its official text, where one is known.
    #[must_use]
    pub fn official(&self) -> Option<&str> {
        let official = self.sources.iter().find(|source| source.keeper == Keeper::Official);
        official.map(|source| source.url.as_str())
    }
}

/// An address at which an instrument or a decision, or an account of it, can be read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The address, as a browser opens it: `https://`, or `http://` where there is no other.
    pub url: String,
    /// Who keeps it.
    pub keeper: Keeper,
    /// How much of the text was read there.
    pub read: Extent,
    /// The day on which it was; of an address that was not read, the day on which it was found.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub read_on: Date,
}

impl Source {
    /// Whether the address is one that a page may link to.
    ///
    /// ```
    /// # use zhengpin_law::rulebook::Source;
    /// assert!(Source::is_address("https://www.example.org/rule?id=1"));
    /// assert!(!Source::is_address("javascript:alert(1)"));
    /// assert!(!Source::is_address("https://"));
    /// assert!(!Source::is_address("https://www.example.org/a b"));
    /// ```
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        rest.is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or("");
            let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:".contains(&byte);
            host.contains('.')
                && host.bytes().all(named)
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
        })
    }
}

/// Who keeps a text at an address.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Keeper {
    /// Whoever made or publishes it: the official text.
    Official,
    /// Somebody who repeats the text.
    Copy,
    /// Somebody who tells what it says.
    Report,
}

/// How much of a text was read at an address.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All that is cited.
    Whole,
    /// Some of what is cited.
    Part,
    /// Nothing: the address was found, and what the rules say was read elsewhere.
    Unread,
}

/// What kind of authority an instrument has.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// 法律
    Law,
    /// 行政法规
    Regulation,
    /// 司法解释, 批复
    Interpretation,
    /// 部门规章: made by order of a department
    DepartmentalRule,
    /// 规范性文件: notices, announcements, criteria and replies of departments, and of the State
    /// Council's General Office
    NormativeDocument,
    /// 地方性法规
    LocalRegulation,
    /// 司法指导性文件
    CourtGuidance,
    /// 指导性案例
    GuidingCase,
    /// 判例: decisions of courts as authority
    CaseLaw,
    /// 平台规则
    PlatformRule,
    /// 标准
    Standard,
    /// 指引、指南, without binding force
    SoftLaw,
    /// 实务做法
    Practice,
}

/// One provision of an instrument.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// How it is cited, without the instrument's name, such as 第四十二条第一款.
    pub label: Text,
    /// The provision whose subject it takes up, by article and paragraph of the instrument that
    /// its own one takes the place of; none, where none does or it is not known. Several may take
    /// the place of one.
    #[serde(default)]
    pub replaces: Option<String>,
    /// What it provides, in our own words.
    pub says: Text,
    /// How it was read, if otherwise than the instrument as a whole.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// When it is in force, if otherwise than the instrument as a whole.
    #[serde(default)]
    pub in_force: Option<Validity>,
}

/// A decided case.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Brand or company, never a private person.
    pub name: Text,
    /// The court or authority.
    pub court: Text,
    /// The year of the decision; unknown, if left out.
    #[serde(default)]
    pub year: Option<i16>,
    /// Its dockets, where they were verified: that of the decision itself first.
    #[serde(default)]
    pub dockets: Vec<Docket>,
    /// What was decided and why, in a sentence.
    pub holding: Text,
    /// How the case was read.
    pub confidence: Confidence,
    /// Where the decision, or an account of it, can be read.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The case that overruled it.
    #[serde(default)]
    pub overruled_by: Option<String>,
    /// What is known of it, by fact: what is not known is left out.
    #[serde(default)]
    pub facts: Ordered<Value>,
    /// How it came out, by issue: a verdict, or several among which the account of it does not
    /// choose.
    #[serde(default)]
    pub held: Ordered<Vec<String>>,
}

/// The number under which a court heard a case.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Docket {
    /// The number as the court writes it, such as （2013）沪高民三（知）终字第111号.
    pub number: String,
    /// In which instance, where it is not that of the decision itself.
    #[serde(default)]
    #[cfg_attr(feature = "tsify", tsify(type = "Instance | null"))]
    pub instance: Option<Instance>,
}

/// An instance of the courts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Instance {
    /// 一审
    First,
    /// 二审
    Second,
    /// 再审, and whether there will be one
    Retrial,
}
