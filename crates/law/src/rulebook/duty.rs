//! What somebody has to do, ought to do or may do, as a guide or a notice lists it.

use chrono::{Datelike, Days, NaiveDate as Date};
use serde::{Deserialize, Serialize};

use super::{Confidence, Validity, Weekday};
use crate::text::Text;

/// One entry of such a list. It decides nothing: who does not heed it gets no verdict.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// A short name.
    pub title: Text,
    /// What has to be done.
    pub says: Text,
    /// Who has to do it, among the `parties`.
    pub who: Vec<String>,
    /// Whom it has to be told, reported or done to, among the `parties`.
    #[serde(default)]
    pub to: Vec<String>,
    /// On which of the `occasions`.
    pub r#in: Vec<String>,
    /// The phase it belongs to, among the `groups`.
    pub group: String,
    /// With what force its text says it, whether or not that text binds anybody.
    pub force: Force,
    /// The days on which it is due. Left out, it is due whenever its occasion is there.
    #[serde(default)]
    pub due: Option<Due>,
    /// The provisions that list it.
    pub cite: Vec<String>,
    /// The provisions that bind beside it. One of them is in force on the rulebook's own day.
    #[serde(default)]
    pub counterpart: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// The reading taken of an ambiguous text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
    /// When it is in force; always, if left out. What comes round every week or month does so
    /// through that time.
    #[serde(default)]
    pub in_force: Validity,
}

/// With what force a text says what has to be done.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// 应当
    Must,
    /// 建议
    Should,
    /// 可以
    May,
}

/// The days on which something is due: exactly one of these.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Once, by this day.
    On(
        #[serde(with = "crate::day")]
        #[cfg_attr(feature = "files", schemars(with = "Date"))]
        Date,
    ),
    /// Every week.
    Weekly(Weekly),
    /// Every month.
    Monthly(Monthly),
}

/// What is due every week.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Weekly {
    /// The day of the week; left out, the text names none, and no day is told.
    #[serde(default)]
    pub weekday: Option<Weekday>,
    /// Those of the days of which it is not said whether anything is due on them yet or still.
    #[serde(default, with = "crate::day::list")]
    #[cfg_attr(feature = "files", schemars(with = "Vec<Date>"))]
    pub doubtful: Vec<Date>,
}

/// What is due every month.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Monthly {
    /// The day of the month, or the last of a month that is shorter. It gives way to no other.
    pub day: u8,
    /// Those of the days of which it is not said whether anything is due on them yet or still.
    #[serde(default, with = "crate::day::list")]
    #[cfg_attr(feature = "files", schemars(with = "Vec<Date>"))]
    pub doubtful: Vec<Date>,
}

impl Due {
    /// The days on which it is due while it is in force, oldest first. Where that time has no
    /// end, those of the year of `day`.
    ///
    /// ```
    /// use zhengpin_law::{day, rulebook::{Due, Validity}};
    ///
    /// let due: Due = serde_json::from_str(r#"{"monthly": {"day": 30}}"#)?;
    /// let span: Validity = serde_json::from_str(r#"{"from": "2011-04-21", "to": "2011-06-29"}"#)?;
    /// let days = due.days(span, day::parse("2026-01-01").ok_or("no day")?);
    /// let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    /// assert_eq!(days, ["2011-04-30", "2011-05-30"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn days(&self, in_force: Validity, day: Date) -> Vec<Date> {
        if let Self::On(day) = self {
            return vec![*day];
        }
        let first = Date::from_ymd_opt(day.year(), 1, 1).filter(|_| in_force.to.is_none());
        let last = in_force.to.or_else(|| Date::from_ymd_opt(day.year(), 12, 31));
        let (Some(from), Some(to)) = (in_force.from.max(first), last) else { return Vec::new() };
        from.iter_days().take_while(|one| *one <= to).filter(|one| self.falls_on(*one)).collect()
    }

    fn falls_on(&self, day: Date) -> bool {
        match self {
            Self::On(on) => *on == day,
            Self::Weekly(Weekly { weekday, .. }) => {
                weekday.is_some_and(|weekday| day.weekday() == weekday.into())
            }
            Self::Monthly(Monthly { day: of_month, .. }) => {
                let next = day.checked_add_days(Days::new(1));
                let ends = next.is_none_or(|next| next.month() != day.month());
                let of_month = u32::from(*of_month);
                day.day() == of_month || (ends && day.day() < of_month)
            }
        }
    }

    /// Those of its days of which it is not said whether anything is due on them.
    #[must_use]
    pub fn doubtful(&self) -> &[Date] {
        match self {
            Self::On(_) => &[],
            Self::Weekly(Weekly { doubtful, .. }) | Self::Monthly(Monthly { doubtful, .. }) => {
                doubtful
            }
        }
    }
}
