//! The sums of fines: the same in both languages, and in an alert those of a provision that it
//! cites.
//!
//! Source: the table of fines in docs/law/complaints.md (F1 to F6), and the provisions named.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zhengpin::author::load_folder;
use zhengpin::text::Text;

/// A number as Chinese writes it: 二百万 is 2,000,000.
fn chinese(digits: &str) -> u64 {
    let (mut all, mut below, mut digit) = (0, 0, 0);
    for one in digits.chars() {
        let unit = match one {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => {
                all += (below + digit) * 10_000;
                (below, digit) = (0, 0);
                continue;
            }
            _ => {
                digit =
                    "零一二三四五六七八九".chars().position(|known| known == one).unwrap() as u64;
                continue;
            }
        };
        below += digit.max(1) * unit;
        digit = 0;
    }
    all + below + digit
}

/// The sums in yuan that the Chinese text names.
fn sums_zh(text: &str) -> BTreeSet<u64> {
    let known = "零一二三四五六七八九十百千万";
    let parts = text.split('元').collect::<Vec<_>>();
    let before = parts.iter().take(parts.len().saturating_sub(1));
    let digits = before.map(|part| {
        let end = part.chars().rev().take_while(|one| known.contains(*one)).count();
        part.chars().skip(part.chars().count() - end).collect::<String>()
    });
    digits.filter(|digits| !digits.is_empty()).map(|digits| chinese(&digits)).collect()
}

/// The sums that the English text names: numbers with thousands apart.
fn sums_en(text: &str) -> BTreeSet<u64> {
    let words = text.split(|one: char| !one.is_ascii_digit() && one != ',');
    let words = words.map(|word| word.trim_matches(',')).filter(|word| word.contains(','));
    words.map(|word| word.replace(',', "").parse().unwrap()).collect()
}

fn told(who: &str, says: &Text) -> BTreeSet<u64> {
    let (zh, en) = (sums_zh(&says.zh), sums_en(&says.en));
    assert_eq!(zh, en, "{who}");
    zh
}

#[test]
fn sums_of_fines_are_the_same_in_both_languages_and_those_of_a_provision_cited() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let instruments = &found.instruments.value.instruments;
    let book = found.rulebooks.iter().find(|one| one.value.rulebook == "cn/complaint").unwrap();
    let mut looked_at = 0;
    for (id, alert) in &book.value.alerts {
        if !alert.says.zh.contains("责令") {
            continue;
        }
        let sums = told(id, &alert.says);
        let cited = alert.cite.iter().map(|cited| {
            let (instrument, article) = cited.split_once('/').unwrap();
            let provision = &instruments[instrument].provisions[article];
            told(cited, &provision.says)
        });
        assert!(!sums.is_empty(), "{id} names no sum");
        assert!(cited.into_iter().any(|of| of == sums), "{id}: {sums:?} stands in nothing cited");
        looked_at += 1;
    }
    assert_eq!(looked_at, 8, "alerts on fines");
}

/// Source: the rows F1 to F6 of the notes.
#[test]
fn the_table_of_the_notes_has_the_sums_of_the_provisions() {
    let notes = fs::read_to_string("docs/law/complaints.md").unwrap();
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let instruments = &found.instruments.value.instruments;
    for (row, instrument, article) in [
        ("f1", "ecl", "84"),
        ("f2", "ecl", "80"),
        ("f3", "ecl", "83"),
        ("f4", "ecl", "81/1"),
        ("f5", "ecl", "82"),
        ("f6", "online-trading-measures", "48"),
    ] {
        let mark = format!("<a id=\"{row}\">");
        let line = notes.lines().find(|line| line.contains(&mark)).unwrap();
        let says = &instruments[instrument].provisions[article].says;
        assert_eq!(sums_en(line), told(row, says), "{row}");
    }
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for (digits, number) in
        [("二百万", 2_000_000), ("五十万", 500_000), ("十万", 100_000), ("三千五百", 3_500)]
    {
        assert_eq!(chinese(digits), number, "{digits}");
    }
    assert_eq!(sums_zh("处二万元以上十万元以下罚款"), BTreeSet::from([20_000, 100_000]));
    assert_eq!(sums_en("RMB 20,000 to 100,000; art. 84"), BTreeSet::from([20_000, 100_000]));
    assert_eq!(sums_zh("元旦"), BTreeSet::new());
}
