//! The pages of a rulebook: everything it says, in the order in which it says it.

use maud::{Markup, html};

use super::entry::section as titled;
use super::language::{Lang, Say, both, pair};
use super::link::{self, Here, Places};
use super::page::Page;
use super::section::{self, PageSection};
use super::site::{Site, Volume};
use super::split::{self, PageLeaf};
use super::{frame, uses};
use zhengpin_law::rulebook::{Confidence, Validity};
use zhengpin_law::text::Text;

/// The pages of a rulebook, the first one first. A long one is told section by section; its
/// first page then lists every rule, each in the place where a link to it has always led.
pub(super) fn pages(site: &Site<'_>, book: &Volume<'_>) -> Vec<Page> {
    let used = uses::of_names(site.words, book.rulebook);
    let sections = section::sections(site, book, &used);
    let leaves = split::plan(&book.rulebook.rulebook, &sections).leaves;
    let mut pages = vec![first(site, book, &sections, &leaves)];
    for (place, leaf) in leaves.iter().enumerate() {
        if let Some(section) = sections.get(leaf.section) {
            let earlier = place.checked_sub(1).and_then(|place| leaves.get(place));
            let beside = [earlier, leaves.get(place + 1)];
            pages.push(told(site, book, &sections, &leaves, (section, leaf, beside)));
        }
    }
    pages
}

/// Where the rules of a rulebook stand, if not on its first page.
pub(super) fn places(site: &Site<'_>, book: &Volume<'_>) -> Places {
    let used = uses::of_names(site.words, book.rulebook);
    let sections = section::sections(site, book, &used);
    split::plan(&book.rulebook.rulebook, &sections).places
}

/// The first page: all of a short rulebook, and the list of all rules of a long one.
fn first(
    site: &Site<'_>,
    book: &Volume<'_>,
    sections: &[PageSection<'_>],
    leaves: &[PageLeaf],
) -> Page {
    let rulebook = book.rulebook;
    let places = site.places_of(&rulebook.rulebook);
    let here = Here::within(link::rulebook(&rulebook.rulebook), places);
    let contents = html! {
        ul {
            @for one in sections {
                li { a href={ "#" (one.id) } { (both(|lang| one.counted(site, lang))) } }
            }
        }
    };
    let body = html! {
        header.opening {
            (frame::opening(site, &here, |lang| rulebook.title.say(lang).to_owned()))
            (pair("lead", |lang| html! { p { (rulebook.summary.say(lang)) } }))
        }
        (pair("properties", |lang| about(site, book, lang)))
        nav.contents aria-label=(site.words.contents.say(Lang::Zh)) { (contents) }
        @for (number, one) in sections.iter().enumerate() {
            @if leaves.is_empty() {
                (titled(&one.id, &one.title, &html! {
                    @for piece in &one.pieces { (piece.on(&here)) }
                }))
            } @else {
                (titled(&one.id, &one.title, &html! {
                    @for leaf in leaves.iter().filter(|leaf| leaf.section == number) {
                        (listing(site, &here, one, leaf))
                    }
                }))
            }
        }
    };
    let title = |lang: Lang| rulebook.title.say(lang).to_owned();
    frame::page(site, &here, title, |lang| rulebook.summary.say(lang).to_owned(), &body)
}

/// What a page tells of, each rule in a line that links to it. The places within a rule stand
/// in its line.
fn listing(site: &Site<'_>, here: &Here, section: &PageSection<'_>, leaf: &PageLeaf) -> Markup {
    let pieces = leaf.pieces.iter().filter_map(|piece| section.pieces.get(*piece));
    html! {
        @if leaf.of > 1 {
            p.leaf { (link::link(here, &leaf.path, |lang| name_of(site, section, leaf, lang))) }
        }
        ul.moved {
            @for piece in pieces {
                @if let Some((anchor, title)) = &piece.named {
                    @let told = piece.on(here).into_string();
                    li id=(anchor) {
                        a href={ (here.to(&leaf.path)) "#" (anchor) } data-page {
                            (both(|lang| title.say(lang).to_owned()))
                        }
                        @for inner in split::anchors(&told).filter(|inner| inner != anchor) {
                            span id=(inner) {}
                        }
                    }
                }
            }
        }
    }
}

/// The name of a page that tells of a section or a part of it.
fn name_of(site: &Site<'_>, section: &PageSection<'_>, leaf: &PageLeaf, lang: Lang) -> String {
    if leaf.of == 1 {
        return section.title.say(lang).to_owned();
    }
    let (number, of) = (leaf.number.to_string(), leaf.of.to_string());
    let values = [("what", section.title.say(lang)), ("number", &number), ("count", &of)];
    site.words.part_of.fill(lang, &values)
}

/// A page that tells of a section of a long rulebook, or of a part of one.
fn told(
    site: &Site<'_>,
    book: &Volume<'_>,
    sections: &[PageSection<'_>],
    leaves: &[PageLeaf],
    (section, leaf, [earlier, later]): (&PageSection<'_>, &PageLeaf, [Option<&PageLeaf>; 2]),
) -> Page {
    let (words, rulebook) = (site.words, book.rulebook);
    let whole = link::rulebook(&rulebook.rulebook);
    let here = Here::within(leaf.path.clone(), site.places_of(&rulebook.rulebook));
    let name = |leaf: &PageLeaf, lang: Lang| match sections.get(leaf.section) {
        Some(section) => name_of(site, section, leaf, lang),
        None => String::new(),
    };
    let title = |lang: Lang| {
        let what = name(leaf, lang);
        let of = rulebook.title.say(lang);
        format!("{of}{}{what}", words.parting(lang, of))
    };
    let onward = [(&words.earlier_page, earlier), (&words.later_page, later)];
    let body = html! {
        header.opening {
            p.back { (link::link(&here, &whole, |lang| rulebook.title.say(lang).to_owned())) }
            h1 { (both(title)) }
        }
        nav.contents aria-label=(words.contents.say(Lang::Zh)) {
            ul {
                @for other in leaves {
                    li { (link::link(&here, &other.path, |lang| name(other, lang))) }
                }
            }
        }
        (titled(&section.id, &section.title, &html! {
            @for piece in leaf.pieces.iter().filter_map(|piece| section.pieces.get(*piece)) {
                (piece.on(&here))
            }
        }))
        p.onward {
            @for (label, other) in onward {
                @if let Some(other) = other {
                    (link::link(&here, &other.path, |lang| {
                        format!("{}{}{}", label.say(lang), words.colon.say(lang), name(other, lang))
                    }))
                }
            }
        }
    };
    frame::page(site, &here, title, |lang| rulebook.summary.say(lang).to_owned(), &body)
}

fn counted(site: &Site<'_>, what: &Text, count: usize, lang: Lang) -> String {
    let count = count.to_string();
    site.words.counted.fill(lang, &[("what", what.say(lang)), ("count", &count)])
}

/// The day of its authors, its time in force, its versions, how well it is attested.
fn about(site: &Site<'_>, book: &Volume<'_>, lang: Lang) -> Markup {
    let words = site.words;
    let days: Vec<String> = book.versions.iter().map(|day| lang.day(*day)).collect();
    let counts = [Confidence::High, Confidence::Medium, Confidence::Low].map(|level| {
        let elements = book.rulebook.elements.values();
        (level, elements.filter(|element| element.confidence == level).count())
    });
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(level, count)| counted(site, &words.value(&level), count, lang)).collect();
    html! {
        p { (words.as_of.fill(lang, &[("day", &lang.day(book.rulebook.as_of))])) }
        dl {
            div {
                dt { (words.in_force.say(lang)) }
                dd { (site.validity(book.rulebook.in_force, lang)) }
            }
            @if !counts.is_empty() {
                div { dt { (words.confidence_counts.say(lang)) } dd { (words.list(lang, &counts)) } }
            }
            div {
                dt { (words.versions.say(lang)) }
                dd {
                    p.quiet { (words.versions_note.say(lang)) }
                    @for (place, day) in days.iter().enumerate() {
                        @if place > 0 { (words.comma.say(lang)) }
                        span.whole { (day) }
                    }
                }
            }
        }
    }
}

/// A rulebook in the index: its name, what it answers, as of when.
pub(super) fn listed(site: &Site<'_>, here: &Here, book: &Volume<'_>) -> Markup {
    let rulebook = book.rulebook;
    html! {
        div.listed {
            h3 {
                (link::link(here, &link::rulebook(&rulebook.rulebook), |lang| {
                    rulebook.title.say(lang).to_owned()
                }))
            }
            (pair("", |lang| html! { p { (rulebook.summary.say(lang)) } }))
            (pair("standing", |lang| html! {
                p {
                    (site.words.as_of.fill(lang, &[("day", &lang.day(rulebook.as_of))]))
                    @if rulebook.in_force != Validity::default() {
                        (site.words.dot.say(lang)) (site.validity(rulebook.in_force, lang))
                    }
                }
            }))
        }
    }
}
