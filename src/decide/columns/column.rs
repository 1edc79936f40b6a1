//! One column of facts, read into the values of variables.

use crate::compile::{Compiled, FactId, Meaning, Stated, Variable};
use crate::day;
use crate::diagram::{Level, Var};
use crate::exact::MOST_EXACT;
use crate::problem::{Code, Problem};
use crate::rulebook::Kind;

use super::levels::{LANES, LevelBlock, bits};
use super::values::{
    FactValues, NEVER_DAY, OPEN_ANSWER, OPEN_CODE, OPEN_DAY, OPEN_MEMBERS, array_of, whole,
};

/// A column that is read, with the variables that it gives values.
#[derive(Clone, Debug)]
pub(super) struct Column<'v> {
    pub(super) fact: FactId,
    values: FactValues<'v>,
    reads: ColumnReads,
}

/// How values become values of variables.
#[derive(Clone, Debug)]
enum ColumnReads {
    Codes(CodesRead),
    /// The variable of each choice.
    Members(Vec<Var>),
    /// The smallest and the greatest, and the variables with their cuts.
    Numbers(i64, i64, Vec<(Var, Vec<i64>)>),
    Days(DaysRead),
}

/// How codes become the value of a variable.
#[derive(Clone, Debug)]
struct CodesRead {
    var: Var,
    /// How many values it has.
    arity: Level,
    /// Whether it is answered with yes or no.
    yes_no: bool,
    /// The codes that stand for open.
    open: [u8; 2],
}

/// How days become the values of variables.
#[derive(Clone, Debug)]
struct DaysRead {
    /// The variable that tells whether the day came, if it may not have.
    never: Option<Var>,
    /// The variables that tell which fixed days it has reached.
    cuts: Vec<(Var, Vec<i32>)>,
    /// The first and the last day that can be written.
    earliest: i32,
    latest: i32,
    /// What stands for no day besides [`OPEN_DAY`].
    other: i32,
}

/// Marks a code that there is not.
const NO_CODE: Level = Level::MAX;

impl CodesRead {
    fn new(var: Var, arity: Level, yes_no: bool) -> Self {
        let open = [OPEN_CODE, if yes_no { OPEN_ANSWER } else { OPEN_CODE }];
        Self { var, arity, yes_no, open }
    }

    #[expect(
        clippy::needless_bitwise_bool,
        reason = "without a branch several rows are read at once"
    )]
    fn level(&self, code: u8) -> Level {
        let [one, other] = self.open;
        if code < self.arity {
            code
        } else if (code == one) | (code == other) {
            self.arity
        } else {
            NO_CODE
        }
    }
}

#[expect(clippy::needless_bitwise_bool, reason = "without a branch several rows are read at once")]
impl DaysRead {
    fn new(never: Option<Var>, cuts: Vec<(Var, Vec<i32>)>) -> Self {
        let (earliest, latest) = day::numbers();
        let other = if never.is_some() { NEVER_DAY } else { OPEN_DAY };
        Self { never, cuts, earliest, latest, other }
    }

    fn is_day(&self, day: i32) -> bool {
        (self.earliest <= day) & (day <= self.latest)
    }

    /// Whether it is a day, or stands for none.
    fn fits(&self, day: i32) -> bool {
        self.is_day(day) | (day == OPEN_DAY) | (day == self.other)
    }

    /// Reads the rows of a block. Tells in which a day stands, or nothing where something stands
    /// that there is not.
    fn read(&self, list: &[i32], levels: &mut LevelBlock) -> Option<u64> {
        if let Some(var) = self.never {
            for (day, lane) in list.iter().zip(levels.of_mut(var)?) {
                let came = if *day == OPEN_DAY { 2 } else { 0 };
                *lane = if *day == NEVER_DAY { 1 } else { came };
            }
        }
        for (var, cuts) in &self.cuts {
            let lanes = levels.of_mut(*var)?;
            count_cuts(lanes, list, cuts);
            let open = count(cuts.len() + 1);
            for (day, lane) in list.iter().zip(lanes) {
                *lane = if self.is_day(*day) { *lane } else { open };
            }
        }
        let (mut given, mut fits) = ([0; LANES], true);
        for (day, given) in list.iter().zip(&mut given) {
            *given = u8::from(self.is_day(*day));
            fits &= self.fits(*day);
        }
        fits.then(|| bits(&given, 0))
    }
}

impl<'v> Column<'v> {
    /// The column of a fact; none, where its values are of another kind.
    pub(super) fn of(rulebook: &Compiled, fact: FactId, values: FactValues<'v>) -> Option<Self> {
        let told = &rulebook.facts[fact];
        array_of(told).filter(|array| *array == values.array())?;
        let mut own = rulebook.variables.iter().filter(|(_, variable)| variable.fact == fact);
        let reads = match told.kind {
            Kind::YesNo | Kind::Choice => {
                let (var, variable) = own.next()?;
                ColumnReads::Codes(CodesRead::new(var, variable.arity, told.kind == Kind::YesNo))
            }
            Kind::Set => {
                // Variables stand in the order of the diagrams, and not in that of the choices.
                let own: Vec<(Var, &Variable)> = own.collect();
                let of = |choice| {
                    let mut own = own.iter();
                    own.find(|(_, one)| one.meaning == Meaning::Member(choice)).map(|(var, _)| *var)
                };
                let choices = (0..).take(told.choices.len());
                ColumnReads::Members(choices.map(of).collect::<Option<_>>()?)
            }
            Kind::Number => {
                let (min, max) = (told.min.unwrap_or(-MOST_EXACT), told.max.unwrap_or(MOST_EXACT));
                let cuts = own.filter_map(|(var, variable)| match &variable.meaning {
                    Meaning::Number(cuts) => Some((var, cuts.clone())),
                    _ => None,
                });
                ColumnReads::Numbers(min, max, cuts.collect())
            }
            Kind::Date => {
                let (mut never, mut days) = (None, Vec::new());
                for (var, variable) in own {
                    match &variable.meaning {
                        Meaning::Never => never = Some(var),
                        Meaning::Day(cuts) => {
                            days.push((var, cuts.iter().copied().map(day::number).collect()));
                        }
                        _ => {}
                    }
                }
                ColumnReads::Days(DaysRead::new(never, days))
            }
        };
        Some(Self { fact, values, reads })
    }

    /// What stands in a row, as a request would state it; nothing, where it is open.
    pub(super) fn stated(&self, row: usize) -> Option<Stated> {
        match (self.values, &self.reads) {
            (FactValues::Codes(list), ColumnReads::Codes(read)) => {
                let level = read.level(*list.get(row)?);
                let stated =
                    if read.yes_no { Stated::Answer(level == 1) } else { Stated::Choice(level) };
                (level < read.arity).then_some(stated)
            }
            (FactValues::Members(list), ColumnReads::Members(vars)) => {
                let members = list.get(row).filter(|members| **members != OPEN_MEMBERS)?;
                let levels = (0..).take(vars.len()).filter(|level| members >> level & 1 == 1);
                Some(Stated::Members(levels.collect()))
            }
            (FactValues::Numbers(list), _) => whole(*list.get(row)?).map(Stated::Number),
            (FactValues::Days(list), _) => match *list.get(row)? {
                OPEN_DAY => None,
                NEVER_DAY => Some(Stated::Never),
                number => day::numbered(number).map(Stated::Day),
            },
            _ => None,
        }
    }

    /// The days from a row on, as numbers.
    pub(super) fn days(&self, from: usize) -> Option<&'v [i32]> {
        let FactValues::Days(list) = self.values else { return None };
        list.get(from..)
    }

    /// The variables to which it gives values.
    pub(super) fn vars(&self) -> Vec<Var> {
        match &self.reads {
            ColumnReads::Codes(read) => vec![read.var],
            ColumnReads::Members(vars) => vars.clone(),
            ColumnReads::Numbers(.., cuts) => cuts.iter().map(|(var, _)| *var).collect(),
            ColumnReads::Days(read) => {
                read.never.iter().copied().chain(read.cuts.iter().map(|(var, _)| *var)).collect()
            }
        }
    }

    /// Reads the rows of a block from row `from` on. Tells in which a day stands, or nothing
    /// where something stands that there is not.
    pub(super) fn read(&self, from: usize, levels: &mut LevelBlock) -> Option<u64> {
        match (self.values, &self.reads) {
            (FactValues::Codes(list), ColumnReads::Codes(read)) => {
                let mut fits = true;
                let lanes = levels.of_mut(read.var)?;
                // Without a branch or a table, so that several rows are read at once.
                for (code, lane) in list.get(from..)?.iter().zip(lanes) {
                    *lane = read.level(*code);
                    fits &= *lane != NO_CODE;
                }
                fits.then_some(0)
            }
            (FactValues::Members(list), ColumnReads::Members(vars)) => {
                let list = list.get(from..)?;
                let none_beyond = |members: &u32| fits_in(*members, vars.len());
                for (var, place) in vars.iter().zip(0..) {
                    for (members, lane) in list.iter().zip(levels.of_mut(*var)?) {
                        *lane = match *members {
                            OPEN_MEMBERS => 2,
                            members => Level::from(members >> place & 1 == 1),
                        };
                    }
                }
                list.iter().take(LANES).all(none_beyond).then_some(0)
            }
            (FactValues::Numbers(list), ColumnReads::Numbers(min, max, cuts)) => {
                let list = list.get(from..)?;
                for (var, cuts) in cuts {
                    let open = count(cuts.len() + 1);
                    for (number, lane) in list.iter().zip(levels.of_mut(*var)?) {
                        let number = whole(*number);
                        *lane =
                            number.map_or(open, |it| reached(cuts.iter().map(|cut| *cut <= it)));
                    }
                }
                let fits = |number: &f64| {
                    number.is_nan() || whole(*number).is_some_and(|it| (*min..=*max).contains(&it))
                };
                list.iter().take(LANES).all(fits).then_some(0)
            }
            (FactValues::Days(list), ColumnReads::Days(read)) => {
                read.read(list.get(from..)?, levels)
            }
            _ => None,
        }
    }

    /// What is wrong with the value of a row, at `path`.
    pub(super) fn wrong(&self, row: usize, path: &str) -> Option<Problem> {
        let (value, expected) = match (self.values, &self.reads) {
            (FactValues::Codes(list), ColumnReads::Codes(read)) => {
                let code = list.get(row).filter(|code| read.level(**code) == NO_CODE)?;
                let highest = read.arity.saturating_sub(1);
                (code.to_string(), format!("0 – {highest}, {OPEN_CODE}"))
            }
            (FactValues::Members(list), ColumnReads::Members(vars)) => {
                let members = list.get(row).filter(|members| !fits_in(**members, vars.len()))?;
                let most = (1_u64 << vars.len()) - 1;
                (members.to_string(), format!("0 – {most}, {OPEN_MEMBERS}"))
            }
            (FactValues::Numbers(list), ColumnReads::Numbers(min, max, _)) => {
                let number = list.get(row).filter(|number| !number.is_nan())?;
                let Some(whole) = whole(*number) else {
                    let problem = Problem::new(Code::WrongType, path).with("value", number);
                    return Some(problem.with_word("expected", "integer"));
                };
                Some(whole).filter(|whole| !(*min..=*max).contains(whole))?;
                (number.to_string(), format!("{min} – {max}, NaN"))
            }
            (FactValues::Days(list), ColumnReads::Days(read)) => {
                let day = list.get(row).filter(|day| !read.fits(**day))?;
                let DaysRead { earliest, latest, .. } = read;
                let never =
                    if read.never.is_some() { format!(", {NEVER_DAY}") } else { String::new() };
                (day.to_string(), format!("{earliest} – {latest}, {OPEN_DAY}{never}"))
            }
            _ => return None,
        };
        let problem = Problem::new(Code::OutOfRange, path).with("value", value);
        Some(problem.with("expected", expected))
    }
}

/// Whether all members are among so many choices.
fn fits_in(members: u32, choices: usize) -> bool {
    members == OPEN_MEMBERS || u64::from(members) >> choices == 0
}

/// Counts for each row how many cuts its number has reached, cut by cut rather than row by row:
/// so several rows are counted at once. The cuts are in order.
pub(super) fn count_cuts(lanes: &mut [Level; LANES], numbers: &[i32], cuts: &[i32]) {
    lanes.fill(0);
    for cut in cuts {
        for (number, lane) in numbers.iter().zip(&mut *lanes) {
            *lane = lane.wrapping_add(u8::from(cut <= number));
        }
    }
}

/// How many cuts have been reached.
pub(super) fn reached(cuts: impl Iterator<Item = bool>) -> Level {
    count(cuts.take_while(|reached| *reached).count())
}

/// A number of values. A variable never has more than there are levels.
pub(super) fn count(values: usize) -> Level {
    Level::try_from(values).unwrap_or(Level::MAX)
}
