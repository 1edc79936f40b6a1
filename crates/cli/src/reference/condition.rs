//! A condition as a tree to read, in one language.

use maud::{Markup, html};

use super::language::{Lang, Say};
use super::link::Here;
use super::words::Words;
use zhengpin_law::rulebook::{
    Comparison, Condition, DateBound, Element, Fact, Lag, Rulebook, SetTest, Test, Value,
};
use zhengpin_law::text::Text;

/// What conditions are read with: the rulebook that has the names, in one language.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    /// The page that says it.
    pub(super) here: &'a Here,
    pub(super) words: &'a Words,
    pub(super) rulebook: &'a Rulebook,
    pub(super) lang: Lang,
}

impl Wording<'_> {
    /// The condition of an element, and its exceptions.
    pub(super) fn element(&self, element: &Element) -> Markup {
        let words = self.words;
        let alone = element.not.iter().map(|one| (&words.not, one));
        html! {
            @if !element.all.is_empty() { (self.list(&words.all, &element.all)) }
            @if !element.any.is_empty() { (self.list(&words.any, &element.any)) }
            @if let Some(one) = &element.is { (self.tree(one)) }
            @for (label, one) in alone { (self.list(label, std::slice::from_ref(one))) }
            @if !element.unless.is_empty() { (self.list(&words.exceptions, &element.unless)) }
        }
    }

    /// A condition as a list of its own.
    pub(super) fn tree(&self, condition: &Condition) -> Markup {
        html! { ul.tree { (self.item(condition)) } }
    }

    /// Conditions under what is said of them together.
    pub(super) fn list(&self, label: &Text, conditions: &[Condition]) -> Markup {
        html! {
            p.of-all { (label.say(self.lang)) }
            ul.tree { @for one in conditions { (self.item(one)) } }
        }
    }

    /// A condition under words that stand for all of it: several that must hold together
    /// need no further words.
    pub(super) fn under(&self, label: &Text, condition: &Condition) -> Markup {
        match condition {
            Condition::All(list) => self.list(label, list),
            one => self.list(label, std::slice::from_ref(one)),
        }
    }

    fn item(&self, condition: &Condition) -> Markup {
        let words = self.words;
        html! {
            li {
                @match condition {
                    Condition::Name(name) => (self.name(name)),
                    Condition::All(list) => (self.list(&words.all, list)),
                    Condition::Any(list) => (self.list(&words.any, list)),
                    Condition::Not(inner) => (self.list(&words.not, std::slice::from_ref(&**inner))),
                    Condition::Test(fact, test) => {
                        (self.fact(fact)) " " b { (self.test(fact, test)) }
                    },
                }
            }
        }
    }

    /// An element, or a yes/no fact that is yes.
    fn name(&self, name: &str) -> Markup {
        match self.rulebook.elements.get(name) {
            Some(element) => {
                self.here.rule(&format!("element-{name}"), element.title.say(self.lang))
            }
            None => html! { (self.fact(name)) " " b { (self.answer(true)) } },
        }
    }

    /// A question, and the way to it.
    pub(super) fn fact(&self, id: &str) -> Markup {
        match self.rulebook.facts.get(id) {
            Some(fact) => self.here.rule(&format!("fact-{id}"), fact.ask.say(self.lang)),
            None => html! { code { (id) } },
        }
    }

    fn answer(&self, answer: bool) -> String {
        self.words.value(&answer).say(self.lang).to_owned()
    }

    fn test(&self, id: &str, test: &Test) -> String {
        let (words, lang) = (self.words, self.lang);
        let fact = self.rulebook.facts.get(id);
        let listed = |text: &Text, choices: &[String]| {
            text.fill(lang, &[("list", &words.list(lang, &self.choices(fact, choices)))])
        };
        match test {
            Test::Answer(answer) => self.answer(*answer),
            Test::Is(choice) => self.choice(fact, choice),
            Test::In(choices) => listed(&words.one_of, choices),
            Test::Set(SetTest::Has(choice)) => listed(&words.has, std::slice::from_ref(choice)),
            Test::Set(SetTest::HasAny(choices)) => listed(&words.has_any, choices),
            Test::Set(SetTest::HasAll(choices)) => listed(&words.has_all, choices),
            Test::Set(SetTest::NoneOf(choices)) => listed(&words.none_of, choices),
            Test::Compare(comparison) => self.comparison(comparison),
        }
    }

    fn comparison(&self, comparison: &Comparison) -> String {
        let words = self.words;
        let number =
            |text: &Text, number: &i64| text.fill(self.lang, &[("number", &number.to_string())]);
        let day = |text: &Text, bound| text.fill(self.lang, &[("day", &self.bound(bound))]);
        match comparison {
            Comparison::AtLeast(least) => number(&words.at_least, least),
            Comparison::AtMost(most) => number(&words.at_most, most),
            Comparison::OnOrAfter(bound) => day(&words.on_or_after, bound),
            Comparison::After(bound) => day(&words.after, bound),
            Comparison::OnOrBefore(bound) => day(&words.on_or_before, bound),
            Comparison::Before(bound) => day(&words.before, bound),
        }
    }

    fn bound(&self, bound: &DateBound) -> String {
        match bound {
            DateBound::Day(day) => self.lang.day(*day),
            DateBound::Lag(lag) => self.counted(lag),
        }
    }

    /// A day counted from another one, in words.
    fn counted(&self, from: &Lag) -> String {
        let (words, lang) = (self.words, self.lang);
        let asked = self
            .rulebook
            .facts
            .get(&from.fact)
            .map_or(from.fact.as_str(), |fact| fact.ask.say(lang));
        let start = words.day_of.fill(lang, &[("fact", asked)]);
        let steps =
            [(&words.month, &words.months, from.months), (&words.day, &words.days, from.days)];
        steps.into_iter().filter(|(_, _, count)| *count != 0).fold(start, |day, step| {
            let (one, many, count) = step;
            let span = match count.unsigned_abs() {
                1 => one.say(lang).to_owned(),
                number => many.fill(lang, &[("number", &number.to_string())]),
            };
            let text = if count < 0 { &words.days_before } else { &words.days_after };
            text.fill(lang, &[("day", &day), ("span", &span)])
        })
    }

    fn choices(&self, fact: Option<&Fact>, choices: &[String]) -> Vec<String> {
        choices.iter().map(|choice| self.choice(fact, choice)).collect()
    }

    fn choice(&self, fact: Option<&Fact>, choice: &str) -> String {
        let known = fact.and_then(|fact| fact.choices.get(choice));
        let label = known.map_or(choice, |known| match self.lang {
            Lang::Zh => &known.zh,
            Lang::En => &known.en,
        });
        label.to_owned()
    }

    /// A value of a fact in words.
    pub(super) fn value(&self, fact: &Fact, value: &Value) -> String {
        match value {
            Value::Bool(answer) => self.answer(*answer),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => match zhengpin_law::day::parse(text) {
                Some(day) => self.lang.day(day),
                None => self.choice(Some(fact), text),
            },
            Value::List(list) => self.words.list(self.lang, &self.choices(Some(fact), list)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    /// What a condition reads like in both languages, without the markup.
    fn read(condition: serde_json::Value) -> [String; 2] {
        let words = Words::read().unwrap();
        let fact = |kind: &str, zh: &str| {
            serde_json::json!({
                "kind": kind, "group": "g", "proof": "either", "change": "no",
                "ask": {"zh": zh, "en": zh},
                "choices": {"a": {"zh": "甲", "en": "A"}, "b": {"zh": "乙", "en": "B"}},
            })
        };
        let rulebook: Rulebook = serde_json::from_value(serde_json::json!({
            "rulebook": "t", "title": {"zh": "t", "en": "t"}, "summary": {"zh": "t", "en": "t"},
            "as_of": "2026-01-01", "in_force": {},
            "facts": {
                "q": fact("yes_no", "Q"), "s": fact("set", "S"), "c": fact("choice", "C"),
                "n": fact("number", "N"), "d": fact("date", "D"), "e": fact("date", "E"),
            },
            "elements": {"x": {"title": {"zh": "某要件", "en": "an element"}, "is": "q"}},
        }))
        .unwrap();
        let condition: Condition = serde_json::from_value(condition).unwrap();
        Lang::BOTH.map(|lang| {
            let here = Here::at("rulebooks/t.html".to_owned());
            let wording = Wording { here: &here, words: &words, rulebook: &rulebook, lang };
            let html = wording.tree(&condition);
            let parts = html.into_string();
            let texts = parts.split('<').filter_map(|part| part.split_once('>'));
            let texts = texts.map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join("|")
        })
    }

    #[test]
    fn a_condition_reads_as_words_in_both_languages() {
        let cases = [
            (r#""q""#, "Q|是", "Q|yes"),
            (r#""x""#, "某要件", "an element"),
            (r#"{"q": false}"#, "Q|否", "Q|no"),
            (r#"{"not": "x"}"#, "以下不具备|某要件", "Not this|an element"),
            (r#"{"c": ["a", "b"]}"#, "C|甲、乙之一", "C|one of: A, B"),
            (r#"{"s": {"none_of": ["a", "b"]}}"#, "S|都不包括：甲、乙", "S|includes none of: A, B"),
            (r#"{"n": {"at_least": 3}}"#, "N|不少于3", "N|at least 3"),
            (
                r#"{"d": {"on_or_after": "2010-01-01"}}"#,
                "D|不早于2010年1月1日",
                "D|no earlier than 1 January 2010",
            ),
            (
                r#"{"d": {"before": {"fact": "e"}}}"#,
                "D|早于“E”所答之日",
                "D|earlier than the day given for “E”",
            ),
            (
                r#"{"d": {"after": {"fact": "e", "months": 6}}}"#,
                "D|晚于“E”所答之日之后6个月",
                "D|later than 6 months after the day given for “E”",
            ),
            (
                r#"{"d": {"on_or_before": {"fact": "e", "months": 1, "days": -15}}}"#,
                "D|不晚于“E”所答之日之后一个月之前15日",
                "D|no later than 15 days before one month after the day given for “E”",
            ),
        ];
        for (condition, zh, en) in cases {
            let [said_zh, said_en] = read(serde_json::from_str(condition).unwrap());
            assert_eq!(said_zh, zh, "{condition}");
            assert_eq!(said_en, en, "{condition}");
        }
    }
}
