//! A condition as a tree to read, in one language.

use maud::{Markup, html};

use super::language::{Lang, Say};
use super::words::Words;
use crate::rulebook::{
    Comparison, Condition, DateBound, Element, Fact, Lag, Rulebook, SetTest, Test, Value,
};
use crate::text::Text;

/// What conditions are read with: the rulebook that has the names, in one language.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) words: &'a Words,
    pub(super) rulebook: &'a Rulebook,
    pub(super) lang: Lang,
}

impl Reader<'_> {
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
                html! { a href={ "#element-" (name) } { (element.title.say(self.lang)) } }
            }
            None => html! { (self.fact(name)) " " b { (self.answer(true)) } },
        }
    }

    fn fact(&self, id: &str) -> Markup {
        match self.rulebook.facts.get(id) {
            Some(fact) => html! { a href={ "#fact-" (id) } { (fact.ask.say(self.lang)) } },
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
            Value::Text(text) => match crate::day::parse(text) {
                Some(day) => self.lang.day(day),
                None => self.choice(Some(fact), text),
            },
            Value::List(list) => self.words.list(self.lang, &self.choices(Some(fact), list)),
        }
    }
}
