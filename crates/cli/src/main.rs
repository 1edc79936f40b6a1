//! The command line: one JSON request per line in, one JSON answer per line out.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use zhengpin::{answer, catalogue, request};
use zhengpin_law::author;

mod amending;
#[cfg(feature = "batch")]
mod batching;
mod checking;
mod excerpt;
mod helping;
mod lines;
mod referring;
mod suggesting;

/// The rules of China's e-commerce IP protection, as data and as answers.
///
/// Requests are read from standard input, one JSON object per line; each is answered with
/// one line of JSON. A request that is wrong is answered with an `error`.
#[derive(Parser)]
#[command(name = "zhengpin", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Decide issues on facts.
    Decide,
    /// Run a ledger of findings. One that says what the platform booked is held against the rules.
    Simulate,
    /// Draft a document.
    Draft,
    /// Find the decided cases nearest to facts.
    Precedents,
    /// Tell for many days at once when a deadline ends.
    Schedule,
    /// List duties: who has them to whom, on which days, and what binds beside them.
    Duties,
    /// Compare the rules of two days, or of two rulebooks.
    Compare,
    /// Describe a rulebook with its texts.
    Describe,
    /// List the rulebooks.
    List,
    /// Print all texts in one language as JSON.
    Texts {
        /// The language.
        language: LanguageArg,
    },
    /// Decide a file of cases, or run a file of findings of many sellers: CSV, NDJSON or Parquet.
    #[cfg(feature = "batch")]
    Batch(Box<batching::BatchArgs>),
    /// Check the rulebooks that requests bring.
    CheckOwn,
    /// Check rulebooks. Errors fail, notes do not.
    Check {
        /// What is told: the rulebook folders, or files in them; everything, if left out.
        paths: Vec<PathBuf>,
        /// The folder that holds the rulebooks, and the instruments they cite.
        #[arg(long, default_value = "src/rulebooks")]
        folder: PathBuf,
    },
    /// Put a draft that never was law together with the rulebook that it would have amended, as
    /// `with` of a comparison takes it.
    Amended {
        /// The file of the draft.
        draft: PathBuf,
        /// The folder that holds the rulebooks.
        #[arg(long, default_value = "src/rulebooks")]
        rulebooks: PathBuf,
    },
    /// Print a JSON Schema.
    Schema {
        /// Of what.
        #[arg(default_value = "rulebook")]
        of: SchemaOf,
    },
    /// Write the rulebooks as pages to read: one per rulebook, instrument and provision.
    Reference {
        /// The folder to write into.
        into: PathBuf,
        /// The folder that holds the rulebooks and the instruments they cite.
        #[arg(long, default_value = "src/rulebooks")]
        rulebooks: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum LanguageArg {
    Zh,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemaOf {
    /// Rulebook files.
    Rulebook,
    /// Requests.
    Requests,
}

fn main() -> ExitCode {
    // Lines are as wide as they are written, whatever the terminal: examples are copied.
    let arguments = Arguments::command().term_width(0);
    let matches = helping::with_requests(arguments).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    match run(&arguments.command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("zhengpin: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> io::Result<ExitCode> {
    match command {
        Command::Decide => lines::each(answer::decide),
        Command::Simulate => lines::each(answer::simulate),
        Command::Draft => lines::each(answer::draft),
        Command::Precedents => lines::each(answer::precedents),
        Command::Schedule => lines::each(answer::schedule),
        Command::Duties => lines::each(answer::duties),
        Command::Compare => lines::each(answer::compare),
        Command::Describe => lines::each(answer::describe),
        Command::List => lines::each(answer::list),
        Command::Texts { language } => {
            let text = match language {
                LanguageArg::Zh => catalogue::ZH,
                LanguageArg::En => catalogue::EN,
            };
            writeln!(io::stdout().lock(), "{text}")?;
            Ok(ExitCode::SUCCESS)
        }
        #[cfg(feature = "batch")]
        Command::Batch(arguments) => batching::batch(arguments),
        Command::CheckOwn => lines::each(answer::check),
        Command::Check { paths, folder } => checking::check(folder, paths),
        Command::Schema { of: SchemaOf::Rulebook } => {
            write!(io::stdout().lock(), "{}", author::schema())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Schema { of: SchemaOf::Requests } => {
            writeln!(io::stdout().lock(), "{:#}", request::schema())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Amended { draft, rulebooks } => amending::write(draft, rulebooks),
        Command::Reference { into, rulebooks } => referring::write(rulebooks, into),
    }
}
