//! One request per line in, one answer per line out. What is wrong with a line is answered in
//! its place, and the lines after it are answered too.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use zhengpin::answer;
use zhengpin::json::too_large;
use zhengpin::limits;
use zhengpin_law::problem::{Code, Problem};

/// Answers every line of standard input that is not blank.
pub(crate) fn each(answer: fn(&str) -> String) -> io::Result<ExitCode> {
    let mut lines = io::stdin().lock();
    let mut out = io::stdout().lock();
    let mut line = Vec::new();
    while let Some(is_whole) = next(&mut lines, &mut line)? {
        if !is_whole {
            writeln!(out, "{}", answer::refuse(too_large()))?;
            continue;
        }
        match str::from_utf8(&line) {
            Ok(text) if text.trim_start_matches('\u{feff}').trim().is_empty() => {}
            Ok(text) => writeln!(out, "{}", answer(text))?,
            Err(error) => {
                let problem = Problem::new(Code::NotUtf8, "");
                let problem = problem.with("value", error.valid_up_to() + 1);
                writeln!(out, "{}", answer::refuse(problem))?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the next line, without what ends it, and says whether that is all of it. Of a line
/// that is too long no more is kept than shows it. Nothing, where there is no line left.
fn next(source: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    /// A byte order mark does not count.
    const MOST: usize = limits::REQUEST_BYTES + '\u{feff}'.len_utf8();
    line.clear();
    let (mut begun, mut is_whole) = (false, true);
    loop {
        let chunk = source.fill_buf()?;
        if chunk.is_empty() {
            return Ok(begun.then_some(is_whole));
        }
        begun = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let (piece, used) = match end {
            Some(end) => (chunk.get(..end).unwrap_or_default(), end + 1),
            None => (chunk, chunk.len()),
        };
        let room = MOST - line.len();
        is_whole &= piece.len() <= room;
        line.extend(piece.iter().take(room));
        source.consume(used);
        if end.is_some() {
            return Ok(Some(is_whole));
        }
    }
}
