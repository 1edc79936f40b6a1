//! `zhengpin batch`: whole files of cases and of findings.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use zhengpin::request::Want;
use zhengpin_batch::{
    BatchError, BatchFiles, Deciding, Format, LedgerFiles, Progress, Simulating, columns, decide,
    simulate,
};

/// What a batch does.
#[derive(Args)]
#[command(arg_required_else_help = true, args_conflicts_with_subcommands = true)]
pub(crate) struct BatchArgs {
    /// List the columns that a rulebook reads and writes, as CSV.
    #[arg(long, value_name = "RULEBOOK")]
    columns: Option<String>,
    #[command(subcommand)]
    asks: Option<BatchAsk>,
}

#[derive(Subcommand)]
enum BatchAsk {
    /// Decide every row of a file of cases: one column for each fact, by its id; an empty cell is
    /// unknown, never no.
    Decide(DecideArgs),
    /// Run the ledger of every seller of a file of findings, sorted by seller and time.
    Simulate(SimulateArgs),
}

#[derive(Args)]
struct DecideArgs {
    /// The rulebook.
    rulebook: String,
    #[command(flatten)]
    files: FileArgs,
    /// The day as of which the law is applied; the rulebook's own, if left out.
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "day_column")]
    as_of: Option<NaiveDate>,
    /// The column that tells the day of each row.
    #[arg(long, value_name = "COLUMN")]
    day_column: Option<String>,
    /// An issue to decide; may stand several times. All, if left out.
    #[arg(long = "issue", value_name = "ISSUE")]
    issues: Vec<String>,
    /// How much of each answer is told.
    #[arg(long, value_enum, default_value_t = WantArg::Full)]
    want: WantArg,
    /// Take what is undisputed as a rule to be so where a row says nothing of it.
    #[arg(long)]
    presume: bool,
    /// Leave the facts out of the answer.
    #[arg(long)]
    only_ids: bool,
}

#[derive(Args)]
struct SimulateArgs {
    /// The rulebook.
    rulebook: String,
    #[command(flatten)]
    files: FileArgs,
    /// Where the accounts go; beside the output, if left out.
    #[arg(long, value_name = "FILE")]
    accounts: Option<PathBuf>,
    /// The day to run on to and through; of each seller the day of the last finding, if left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<NaiveDate>,
    /// How an ambiguous text is read; may stand several times.
    #[arg(long = "reading", value_name = "READING=CHOICE", value_parser = pair)]
    readings: Vec<(String, String)>,
    /// The column that names the seller.
    #[arg(long, value_name = "COLUMN", default_value = "seller")]
    seller: String,
}

#[derive(Args)]
struct FileArgs {
    /// The table that is read: .csv, .ndjson or .parquet.
    input: PathBuf,
    /// The table that is written.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where rows go that are refused, each with its reasons; beside the output, if left out.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// A column that is passed on as it is; may stand several times.
    #[arg(long = "id", value_name = "COLUMN")]
    ids: Vec<String>,
    /// A column that has another name than what it tells; may stand several times.
    #[arg(long = "column", value_name = "COLUMN=NAME", value_parser = pair)]
    columns: Vec<(String, String)>,
    /// The format of the input; by its name, if left out.
    #[arg(long)]
    format: Option<FormatArg>,
    /// The format of the output; by its name, if left out.
    #[arg(long)]
    out_format: Option<FormatArg>,
    /// Go on with a run that was interrupted.
    #[arg(long)]
    resume: bool,
    /// Write over what is there already.
    #[arg(long, conflicts_with = "resume")]
    overwrite: bool,
    /// How many rows are answered before they are kept.
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u32).range(1..))]
    part_rows: Option<u32>,
    /// How many threads answer; one for each core, if left out.
    #[arg(long, value_name = "THREADS", value_parser = clap::value_parser!(u16).range(1..))]
    workers: Option<u16>,
    /// Tell nothing of how far it is.
    #[arg(long)]
    quiet: bool,
}

/// How much of an answer is told.
#[derive(Clone, Copy, ValueEnum)]
enum WantArg {
    /// The verdicts alone: the fastest.
    Verdict,
    /// With what they rest on, what is missing and what to ask next.
    Reasons,
    /// With deadlines, what dates say, and law to come.
    Full,
}

impl From<WantArg> for Want {
    fn from(want: WantArg) -> Self {
        match want {
            WantArg::Verdict => Self::Verdict,
            WantArg::Reasons => Self::Reasons,
            WantArg::Full => Self::Full,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatArg {
    Csv,
    Ndjson,
    Parquet,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Csv => Self::Csv,
            FormatArg::Ndjson => Self::Ndjson,
            FormatArg::Parquet => Self::Parquet,
        }
    }
}

impl FileArgs {
    fn files(&self) -> BatchFiles {
        let mut files = BatchFiles::new(&self.input, &self.out);
        if let Some(refused) = &self.refused {
            files.refused.clone_from(refused);
        }
        files.input_format = self.format.map(Format::from);
        files.output_format = self.out_format.map(Format::from);
        (files.resume, files.overwrite) = (self.resume, self.overwrite);
        if let Some(rows) = self.part_rows {
            files.part_rows = usize::try_from(rows).unwrap_or(files.part_rows);
        }
        files.workers = self.workers.map(usize::from);
        files
    }
}

/// `a=b` as its two sides.
fn pair(text: &str) -> Result<(String, String), String> {
    let both = text.split_once('=').filter(|(left, right)| !left.is_empty() && !right.is_empty());
    let (left, right) = both.ok_or("expected two sides with `=` between")?;
    Ok((left.to_owned(), right.to_owned()))
}

/// Does what is asked of files.
pub(crate) fn batch(arguments: &BatchArgs) -> io::Result<ExitCode> {
    let done = match (&arguments.columns, &arguments.asks) {
        (Some(rulebook), _) => return list(rulebook),
        (None, Some(BatchAsk::Decide(asked))) => deciding(asked),
        (None, Some(BatchAsk::Simulate(asked))) => simulating(asked),
        (None, None) => return Err(io::Error::other("expected --columns, decide or simulate")),
    };
    done.map(|()| ExitCode::SUCCESS).map_err(io::Error::other)
}

fn deciding(asked: &DecideArgs) -> Result<(), BatchError> {
    let mut what = Deciding::new(&asked.rulebook);
    (what.as_of, what.want) = (asked.as_of, asked.want.into());
    what.day_column.clone_from(&asked.day_column);
    what.issues.clone_from(&asked.issues);
    what.ids.clone_from(&asked.files.ids);
    what.columns = asked.files.columns.iter().cloned().collect();
    (what.presume, what.only_ids) = (asked.presume, asked.only_ids);
    let files = asked.files.files();
    let mut teller = ProgressTeller::new(asked.files.quiet);
    let done = decide(&what, &files, &mut |progress| teller.tell(progress))?;
    teller.finish(&done, &files);
    Ok(())
}

fn simulating(asked: &SimulateArgs) -> Result<(), BatchError> {
    let mut what = Simulating::new(&asked.rulebook);
    what.until = asked.until;
    what.reading = asked.readings.iter().cloned().collect();
    what.seller.clone_from(&asked.seller);
    what.columns = asked.files.columns.iter().cloned().collect();
    what.ids.clone_from(&asked.files.ids);
    let mut files = LedgerFiles::new(&asked.files.input, &asked.files.out);
    files.entries = asked.files.files();
    if let Some(accounts) = &asked.accounts {
        files.accounts.clone_from(accounts);
    }
    let mut teller = ProgressTeller::new(asked.files.quiet);
    let done = simulate(&what, &files, &mut |progress| teller.tell(progress))?;
    teller.finish(&done, &files.entries);
    Ok(())
}

/// Lists the columns of a rulebook.
fn list(rulebook: &str) -> io::Result<ExitCode> {
    let all = columns(rulebook).map_err(io::Error::other)?;
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(["table", "column", "holds", "choices", "zh", "en"])?;
    for one in &all {
        let choices = one.choices.join(";");
        let (table, holds) = (one.table.name(), one.holds.name());
        out.write_record([table, &one.name, holds, &choices, &one.means.zh, &one.means.en])?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Tells on standard error how far a run is: on a terminal in one line, elsewhere seldom.
struct ProgressTeller {
    quiet: bool,
    terminal: bool,
    begun: Instant,
    told: Option<Instant>,
}

impl ProgressTeller {
    fn new(quiet: bool) -> Self {
        let terminal = io::stderr().is_terminal();
        Self { quiet, terminal, begun: Instant::now(), told: None }
    }

    fn tell(&mut self, progress: &Progress) {
        let pause = Duration::from_secs(if self.terminal { 1 } else { 15 });
        let soon = self.told.is_some_and(|told| told.elapsed() < pause);
        if self.quiet || soon || progress.rows == 0 {
            return;
        }
        self.told = Some(Instant::now());
        let end = if self.terminal { "\r" } else { "\n" };
        let percent = progress.read * 100.0;
        Self::say(&format!("{}, {percent:.0} % read{end}", self.rows(progress)));
    }

    fn finish(&self, progress: &Progress, files: &BatchFiles) {
        if self.quiet {
            return;
        }
        let mut said = vec![self.rows(progress)];
        if progress.resumed > 0 {
            said.push(format!(", {} of them before the interruption", progress.resumed));
        }
        if progress.refused > 0 {
            said.push(format!("; see {}", files.refused.display()));
        }
        Self::say(&format!("{}\n", said.concat()));
    }

    fn rows(&self, progress: &Progress) -> String {
        let seconds = self.begun.elapsed().as_secs_f64().max(0.001);
        #[expect(clippy::cast_precision_loss, reason = "a speed to be shown")]
        let speed = progress.rows.saturating_sub(progress.resumed) as f64 / seconds;
        let Progress { rows, refused, .. } = progress;
        format!("zhengpin: {rows} rows, {refused} refused, {speed:.0} a second")
    }

    /// Whoever closed standard error does not want to hear it.
    fn say(text: &str) {
        let _ = write!(io::stderr().lock(), "{text}");
    }
}
