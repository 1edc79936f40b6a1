//! On which pages a rulebook is told: on one, or, where that would be longer than a long
//! article, section by section, with a first page that lists every rule.

use super::link::{self, Here, Places};
use super::section::PageSection;

/// The most characters of text that a page tells of rules, in both languages together: as much
/// as a long article.
const LONG: usize = 36_000;

/// A page that tells some pieces of one section.
#[derive(Clone, Debug)]
pub(super) struct PageLeaf {
    /// Where it stands.
    pub(super) path: String,
    /// Which section it tells of.
    pub(super) section: usize,
    /// Which of its pieces, by their places.
    pub(super) pieces: Vec<usize>,
    /// Which of the pages of its section it is, from 1.
    pub(super) number: usize,
    /// How many pages its section has.
    pub(super) of: usize,
}

/// How a rulebook is told.
#[derive(Clone, Debug, Default)]
pub(super) struct PagePlan {
    /// The pages besides the first one; none where one page tells all.
    pub(super) leaves: Vec<PageLeaf>,
    /// Where each anchor stands, if not on the first page.
    pub(super) places: Places,
}

/// Plans the pages of a rulebook.
pub(super) fn plan(id: &str, sections: &[PageSection<'_>]) -> PagePlan {
    let here = Here::at(link::rulebook(id));
    let told: Vec<Vec<String>> = sections
        .iter()
        .map(|section| section.pieces.iter().map(|one| one.on(&here).into_string()).collect())
        .collect();
    let lengths: Vec<Vec<usize>> =
        told.iter().map(|pieces| pieces.iter().map(|html| length(html)).collect()).collect();
    let mut plan = PagePlan::default();
    if lengths.iter().flatten().sum::<usize>() <= LONG {
        return plan;
    }
    let all = sections.iter().zip(&told).zip(&lengths).enumerate();
    for (number, ((section, pieces), lengths)) in all {
        let groups = grouped(lengths);
        let of = groups.len();
        for (place, group) in groups.into_iter().enumerate() {
            let path = match place {
                0 => format!("rulebooks/{id}/{}.html", section.id),
                later => format!("rulebooks/{id}/{}-{}.html", section.id, later + 1),
            };
            for html in group.iter().filter_map(|piece| pieces.get(*piece)) {
                plan.places.extend(anchors(html).map(|anchor| (anchor.to_owned(), path.clone())));
            }
            plan.leaves.push(PageLeaf {
                path,
                section: number,
                pieces: group,
                number: place + 1,
                of,
            });
        }
    }
    plan
}

/// Pieces in order, in groups about as long as each other, none longer than a page.
fn grouped(lengths: &[usize]) -> Vec<Vec<usize>> {
    let total: usize = lengths.iter().sum();
    let share = total / total.div_ceil(LONG).max(1);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let (mut group, mut long) = (Vec::new(), 0);
    for (piece, length) in lengths.iter().enumerate() {
        let full = long + length > LONG || long >= share;
        if full && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
            long = 0;
        }
        group.push(piece);
        long += length;
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}

/// How many characters of text there are between the tags.
fn length(html: &str) -> usize {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.map(|text| text.chars().count()).sum()
}

/// The places in a piece to which links can lead. No text has a bare quotation mark in it.
pub(super) fn anchors(html: &str) -> impl Iterator<Item = &str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_order_and_no_group_is_longer_than_a_page() {
        let lengths = [30_000, 10_000, 1_000, 35_999, 2, 36_000, 5];
        let groups = grouped(&lengths);
        let flat: Vec<usize> = groups.iter().flatten().copied().collect();
        assert_eq!(flat, (0..lengths.len()).collect::<Vec<_>>());
        for group in &groups {
            let long: usize = group.iter().filter_map(|piece| lengths.get(*piece)).sum();
            assert!(long <= LONG, "{groups:?}");
        }
        assert_eq!(grouped(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(grouped(&[90_000, 1]), [vec![0], vec![1]]);
    }

    #[test]
    fn text_is_counted_without_tags() {
        assert_eq!(length("<p class=\"x\">平行 <b>a</b></p>"), 4);
        assert_eq!(anchors("<p id=\"a\"><i id=\"b-c\">").collect::<Vec<_>>(), ["a", "b-c"]);
    }
}
