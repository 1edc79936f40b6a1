//! The line of a file in which something is wrong, with what is wrong underlined.

use std::fs;
use std::path::Path;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use zhengpin_law::author::Spot;

/// The line of a file at a place, and a line below that marks it; none, if there is no such line.
pub(crate) fn of(file: &Path, spot: Spot) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    marked(text.lines().nth(spot.line.checked_sub(1)?)?, spot)
}

/// A line as it stands, and the mark below it. Characters as wide as two are marked so.
fn marked(line: &str, spot: Spot) -> Option<String> {
    if line.trim().is_empty() {
        return None;
    }
    let before: String = line.chars().take(spot.column.saturating_sub(1)).collect();
    let rest: String = line.chars().skip(spot.column.saturating_sub(1)).collect();
    let marked: String = match spot.width {
        Some(width) => rest.chars().take(width).collect(),
        None => rest,
    };
    // A tab is as wide in the one line as in the other.
    let blank = |letter: char| match letter {
        '\t' => "\t".to_owned(),
        _ => " ".repeat(letter.width().unwrap_or(0)),
    };
    let before: String = before.chars().map(blank).collect();
    let mark = "^".repeat(marked.trim_end().width().max(1));
    let number = spot.line.to_string();
    let margin = " ".repeat(number.len());
    Some(format!("  {number} | {line}\n  {margin} | {before}{mark}"))
}

#[cfg(test)]
mod tests {
    use zhengpin_law::author::Spot;

    use super::marked;

    // Source: Unicode Standard Annex #11: Chinese characters take the place of two Latin ones.
    #[test]
    fn the_mark_stands_below_what_it_marks_also_behind_chinese() {
        let spot = Spot { line: 7, column: 14, width: Some(5) };
        let told = marked("  a: {甲乙: x, b: 丙丁} ", spot);
        let (line, mark) = ("  a: {甲乙: x, b: 丙丁} ", "               ^^^^^^^");
        assert_eq!(told, Some(format!("  7 | {line}\n    | {mark}")));
        assert_eq!(marked("x", Spot::START).as_deref(), Some("  1 | x\n    | ^"));
        assert_eq!(marked("  ", Spot::START), None);
    }
}
