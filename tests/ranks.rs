//! What kind of authority each instrument is said to have, by the words of its title and number.
//!
//! Source: the Legislation Law of the PRC on laws (法), administrative regulations (条例 and
//! others, by the State Council), rules of departments (规章: 规定 and 办法, by order) and local
//! regulations; 法发〔2021〕20号 on the forms of judicial interpretations (解释, 规定, 规则, 批复,
//! 决定). What is a notice, an announcement or a criterion is none of these.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::path::Path;

use zhengpin::author::load_folder;
use zhengpin::rulebook::{Instrument, Rank};

/// Where a word stands.
#[derive(Clone, Copy)]
enum At {
    /// At the end of the title.
    End,
    /// At its beginning.
    Start,
    /// In the number.
    Number,
}

/// A word, where it stands, and the ranks that it goes with. The first that is found decides.
const WORDS: [(&str, At, &[Rank]); 27] = [
    ("法释", At::Number, &[Rank::Interpretation]),
    ("法发", At::Number, &[Rank::CourtGuidance]),
    ("国务院令", At::Number, &[Rank::Regulation]),
    ("主席令", At::Number, &[Rank::Law]),
    ("总局令", At::Number, &[Rank::DepartmentalRule]),
    ("办公室令", At::Number, &[Rank::DepartmentalRule]),
    ("国务院办公厅", At::Start, &[Rank::NormativeDocument]),
    ("国务院", At::Start, &[Rank::Regulation, Rank::NormativeDocument]),
    ("食品安全国家标准", At::Start, &[Rank::Standard]),
    ("通知", At::End, &[Rank::NormativeDocument]),
    ("公告", At::End, &[Rank::NormativeDocument]),
    ("安排", At::End, &[Rank::NormativeDocument]),
    ("判断标准", At::End, &[Rank::NormativeDocument]),
    ("批复", At::End, &[Rank::NormativeDocument]),
    ("答复", At::End, &[Rank::NormativeDocument]),
    ("指导性案例", At::End, &[Rank::GuidingCase]),
    ("判例", At::End, &[Rank::CaseLaw]),
    ("裁判", At::End, &[Rank::CaseLaw]),
    ("审理指南", At::End, &[Rank::CourtGuidance]),
    ("指南", At::End, &[Rank::SoftLaw]),
    ("指引", At::End, &[Rank::SoftLaw]),
    ("做法", At::End, &[Rank::Practice]),
    ("实务", At::End, &[Rank::Practice]),
    ("条例", At::End, &[Rank::Regulation, Rank::LocalRegulation]),
    ("办法", At::End, &[Rank::DepartmentalRule]),
    ("法", At::End, &[Rank::Law]),
    ("法典", At::End, &[Rank::Law]),
];

/// Instruments whose title has another word than their rank goes with, and why.
const EXCEPTIONS: [(&str, Rank, &str); 8] = [
    ("eutmr", Rank::Law, "a regulation of the European Union is its statute"),
    ("hk-trade-marks-ordinance", Rank::Law, "an ordinance is the statute of Hong Kong"),
    ("hk-copyright-ordinance", Rank::Law, "an ordinance is the statute of Hong Kong"),
    ("us-customs-rules", Rank::DepartmentalRule, "条例 is a translation of rules of a department"),
    ("holiday-regulation-2007", Rank::Regulation, "办法 by order of the State Council"),
    ("holiday-regulation-2013", Rank::Regulation, "办法 by order of the State Council"),
    ("holiday-regulation-2024", Rank::Regulation, "办法 by order of the State Council"),
    ("beijing-hc-2016", Rank::CourtGuidance, "a high court's guidance; its title is a subject"),
];

/// The title without what stands in brackets behind it, and without title marks.
fn plain(title: &str) -> String {
    title.split('（').next().unwrap_or(title).replace(['《', '》'], "")
}

/// The ranks that the words of an instrument allow; none where no word is known.
fn allowed(instrument: &Instrument) -> Option<&'static [Rank]> {
    let title = plain(&instrument.title.zh);
    let number = instrument.number.as_deref().unwrap_or("");
    let stands = |word: &str, at: At| match at {
        At::End => title.ends_with(word),
        At::Start => title.starts_with(word),
        At::Number => number.contains(word),
    };
    let found = WORDS.iter().find(|(word, at, _)| stands(word, *at));
    found.map(|(.., ranks)| *ranks)
}

#[test]
fn the_words_of_a_title_go_with_its_rank() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let instruments = &found.instruments.value.instruments;
    let (mut looked_at, mut excepted, mut wrong) = (0, 0, Vec::new());
    for (id, instrument) in instruments {
        if instrument.rank == Rank::PlatformRule {
            continue;
        }
        looked_at += 1;
        let ranks = allowed(instrument);
        let fits = ranks.is_some_and(|ranks| ranks.contains(&instrument.rank));
        let exception = EXCEPTIONS.iter().find(|(named, ..)| named == id);
        match exception {
            Some((_, rank, _)) if *rank == instrument.rank && !fits => excepted += 1,
            Some(_) => wrong.push(format!("{id}: is no exception as stated")),
            None if fits => {}
            None => wrong.push(format!("{id}: {:?}, its words say {ranks:?}", instrument.rank)),
        }
    }
    assert!(looked_at > 50, "the instruments were not found");
    assert_eq!(excepted, EXCEPTIONS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Only titles of platforms make a platform's rule.
#[test]
fn no_text_of_the_state_is_a_platforms_rule() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    for (id, instrument) in &found.instruments.value.instruments {
        if instrument.rank == Rank::PlatformRule {
            let title = &instrument.title.zh;
            let of_state = ["国务院", "最高人民法院", "总署", "中华人民共和国"];
            assert!(!of_state.iter().any(|word| title.contains(word)), "{id}: {title}");
            assert!(instrument.number.is_none(), "{id} has the number of a text of the state");
        }
    }
}
