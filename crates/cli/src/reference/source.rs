//! Where an instrument or a decision can be read.

use maud::{Markup, html};

use super::language::{Say, pair};
use super::site::Site;
use zhengpin_law::rulebook::{Extent, Source};

/// The addresses, with who keeps each and what was read there. They leave the site, and only
/// when they are followed.
pub(super) fn addresses(site: &Site<'_>, sources: &[Source]) -> Markup {
    let words = site.words;
    let on = |source: &Source| match source.read {
        Extent::Unread => &words.found_on,
        Extent::Whole | Extent::Part => &words.read_on,
    };
    pair("addresses", |lang| {
        html! {
            @if sources.is_empty() { p { (words.no_sources.say(lang)) } }
            ul {
                @for source in sources {
                    li {
                        a href=(source.url) rel="external noreferrer" { (host(&source.url)) } " "
                        span.kind {
                            (words.value(&source.keeper).say(lang)) (words.dot.say(lang))
                            (words.value(&source.read).say(lang)) (words.dot.say(lang))
                            (on(source).fill(lang, &[("day", &lang.day(source.read_on))]))
                        }
                    }
                }
            }
        }
    })
}

/// The name of the host in an address, which tells a reader whose text it is.
fn host(url: &str) -> &str {
    url.split('/').nth(2).unwrap_or(url)
}
