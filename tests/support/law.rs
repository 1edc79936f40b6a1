//! A small law for the rulebooks of the checker's tests.

/// Article 1 is in force with the law, article 2 from 2022, article 3 before the law.
pub(crate) const LAW: &str = "
instruments:
  law:
    title: {zh: 法, en: law}
    short: {zh: 法, en: law}
    rank: law
    in_force: {from: 2020-01-01}
    confidence: high
    sources:
      - {url: \"https://law.example.org/law\", keeper: official, read: whole, read_on: 2026-01-01}
    provisions:
      1: {label: {zh: 第一条, en: art. 1}, says: {zh: 说, en: says}}
      2: {label: {zh: 第二条, en: art. 2}, says: {zh: 说, en: says}, in_force: {from: 2022-01-01}}
      3: {label: {zh: 第三条, en: art. 3}, says: {zh: 说, en: says}, in_force: {from: 2010-01-01, to: 2019-12-31}}
";
