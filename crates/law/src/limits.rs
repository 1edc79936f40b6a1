//! Every limit there is, with what it protects and why it stands where it stands.
//!
//! Work is counted and never timed, so that whatever one machine answers, every machine
//! answers. What goes beyond a limit is refused, with the limit named; where something is
//! left out instead, the answer says so. `docs/limits.md` tells what the worst request
//! within them costs; a test holds its tables against this file.

// --- Reading requests -------------------------------------------------------------------

/// The longest request, in bytes of JSON: a ledger of 10,000 findings with everything that
/// can be said of each stays below half of it.
pub const REQUEST_BYTES: usize = 8 * 1024 * 1024;

/// How many lists and objects may stand within each other, in a request and in a file of a
/// rulebook. Readers call themselves once for each; the deepest built-in rulebook has 17.
pub const NESTING: usize = 100;

/// The longest key, in characters. Paths to what is wrong are made of keys.
pub const KEY_CHARACTERS: usize = 200;

/// How many problems are told of one request; how many there are besides is told as well.
pub const PROBLEMS: usize = 1000;

/// How many characters of what somebody wrote a message repeats.
pub const REPEATED_CHARACTERS: usize = 2000;

/// How many characters of a value that has the wrong type a message repeats.
pub const SHOWN_CHARACTERS: usize = 60;

/// How many characters may be typed into one field of a document.
pub const TYPED_CHARACTERS: usize = 4000;

/// How many rulebooks one request may bring.
pub const RULEBOOKS: usize = 8;

// --- Rulebooks --------------------------------------------------------------------------

/// The longest file of a rulebook, in bytes. The largest built in has 40,000.
pub const FILE_BYTES: usize = 1024 * 1024;

/// The longest id, in characters.
pub const ID_CHARACTERS: usize = 100;

/// How many entries each table of a rulebook may have. The largest built in has a hundred.
pub const ENTRIES: usize = 1000;

/// How many values a fact may have, and into how many intervals the rules may cut one.
/// Values are counted in bytes. The largest built in has some twenty.
pub const VALUES: usize = 200;

/// How many variables the facts of a rulebook may have: one each, but a set one for every
/// choice. Drawing calls itself once for each, and a comparison of two rulebooks has the
/// variables of both. The largest built in has about two hundred.
pub const VARIABLES: usize = 1000;

/// How many verdicts an issue may have, so that two of them side by side still fit a leaf.
pub const VERDICTS: usize = 15;

/// How many provisions a rulebook may cite.
pub const PROVISIONS: usize = 5000;

/// How many days a duty that comes round every week or month may go on: every date of it is
/// told. What has no end is told for a year.
pub const SERIES_DAYS: i64 = 1830;

/// On how many days a rulebook may change. It is drawn anew for each.
pub const VERSIONS: usize = 500;

/// How many readings of its texts a ledger may name: a run keeps those that it looked at as
/// the bits of one word.
pub const READINGS: usize = 64;

/// How many choices a reading may have. Every one is a run of the ledger.
pub const READING_CHOICES: usize = 8;

/// How many tiers a ledger may have. The forecast books every three of them together.
pub const TIERS: usize = 100;

/// How many combinations of tiers the forecast may find on the way to all nodes and closures
/// together: each is kept until the smallest are known.
pub const WAYS: usize = 1_000_000;

/// How many findings a rulebook may admit in one request.
pub const FINDINGS: u32 = 10_000;

/// The longest time between two dates that a condition may name, in months: all of the years
/// that can be written.
pub const LAG_MONTHS: i32 = 12 * 9999;

/// The same in days.
pub const LAG_DAYS: i32 = 366 * 9999;

/// How deep the tree of an answer may be, the elements that a condition names entered. Each
/// level is two of JSON, and many readers, that of `serde_json` among them, take 128.
pub const TREE_DEPTH: usize = 58;

/// How many nodes the trees of all conditions of a rulebook may have together, the elements
/// that they name entered. An element that is named twice is told twice, so that a chain of
/// such doubles with every link. The largest built in has some eight hundred.
pub const TREE_NODES: u64 = 50_000;

// --- Drawing ----------------------------------------------------------------------------

/// How many nodes one forest of diagrams may have. The built-in rulebooks need some thousands.
pub const FOREST_NODES: usize = 1 << 20;

/// How many results of operations one forest may note.
pub const FOREST_RESULTS: usize = 1 << 22;

/// How many nodes all versions of a rulebook may need together, those counted that are
/// looked through and kept.
pub const DRAWN_NODES: usize = 1 << 23;

/// How many diagrams a rulebook may keep.
pub const DIAGRAMS: usize = 60_000;

/// How many rounds may be made over the bounds of dates that are compared with each other,
/// in one drawing of a rulebook. Every combination of their intervals takes some.
pub const CALENDAR_ROUNDS: u32 = 1_000_000;

/// After how many rounds dates that still push each other later are looked at in another way.
pub const PATIENT_ROUNDS: u32 = 400;

// --- Deciding ---------------------------------------------------------------------------

/// How many combinations of intervals are looked at for the days of one request. The groups of
/// the built-in rulebooks have some dozens. A larger group is left as it was drawn, which is
/// too wide and never wrong.
pub const DAY_STEPS: u32 = 20_000;

/// How many nodes a search for the cheapest values may make. Those of the built-in rulebooks
/// make some thousands.
pub const SEARCH_NODES: usize = 1 << 20;

/// How many equally small changes are looked at for one verdict.
pub const CHANGES_FOUND: usize = 24;

/// How many equally small changes are told for one verdict.
pub const CHANGES_TOLD: usize = 6;

/// For how many days one request may ask when a deadline ends: some eleven years of days.
pub const SCHEDULED_DAYS: usize = 4000;

/// How many combinations of values the smallest reasons are kept of for later rows.
pub const REASONS_KEPT: usize = 1 << 16;

/// How many rows may be decided at once: what is told of them is kept until all are.
pub const COLUMN_ROWS: usize = 1 << 24;

// --- Comparing --------------------------------------------------------------------------

/// How many patterns are told for each pair of verdicts, if the request does not say.
pub const PATTERNS: usize = 12;

/// How many a request may ask for.
pub const PATTERNS_ASKED: i64 = 10_000;

// --- Simulating -------------------------------------------------------------------------

/// How many findings are booked at most to try two readings together.
pub const PAIRS_BOOKED: usize = 200_000;

/// How many findings are booked at most to see what each correction changes.
pub const CORRECTIONS_BOOKED: usize = 400_000;

/// Of how many findings it is told at most what an appeal or a correction would change: the
/// latest.
pub const LATEST_TOLD: usize = 100;

/// How many further findings the forecast combines at most.
pub const COMBINED: usize = 3;

/// For how many years the forecast runs on.
pub const YEARS_AHEAD: i32 = 10;
