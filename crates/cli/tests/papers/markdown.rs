//! Documents as the tests read them.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::{files, read};

/// A document: what of it can be held against something.
#[derive(Default)]
pub(crate) struct Document {
    /// Its path from the top of the repository.
    pub(crate) path: String,
    /// The anchors of its headings, as pages of code hosts make them, and those it sets itself.
    pub(crate) anchors: Vec<String>,
    /// Where its links and pictures lead.
    pub(crate) links: Vec<String>,
    /// What stands in backticks.
    pub(crate) spans: Vec<String>,
    /// Its code blocks: language and text.
    pub(crate) blocks: Vec<(String, String)>,
    /// Its tables: rows of cells.
    pub(crate) tables: Vec<Vec<Vec<String>>>,
    /// The number before each `<!-- = what -->`, and what it counts.
    pub(crate) counts: Vec<(String, String)>,
}

/// Every document that is for readers.
pub(crate) fn documents() -> Vec<Document> {
    let mut paths: Vec<String> =
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "tests/README.md"]
            .map(str::to_owned)
            .into();
    for folder in ["docs", "findings", "examples"] {
        paths.extend(files(folder, ".md"));
    }
    paths.iter().map(|path| document(path)).collect()
}

/// One document, by its path from the top.
pub(crate) fn document(path: &str) -> Document {
    let text = read(path);
    let mut told = Document { path: path.to_owned(), ..Document::default() };
    let mut heading: Option<String> = None;
    let mut block: Option<(String, String)> = None;
    let mut last = String::new();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                told.anchors.push(anchor(&heading.take().unwrap_or_default()));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                told.links.push(dest_url.to_string());
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                block = Some((language, String::new()));
            }
            Event::End(TagEnd::CodeBlock) => told.blocks.extend(block.take()),
            Event::Start(Tag::Table(_)) => told.tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some(table) = told.tables.last_mut() {
                    table.push(Vec::new());
                }
            }
            Event::Start(Tag::TableCell) => {
                if let Some(row) = told.tables.last_mut().and_then(|table| table.last_mut()) {
                    row.push(String::new());
                }
            }
            Event::Code(ref code) => {
                told.spans.push(code.to_string());
                say(&mut told, &mut heading, code);
            }
            Event::Text(ref words) => {
                match &mut block {
                    Some((_, text)) => text.push_str(words),
                    None => say(&mut told, &mut heading, words),
                }
                last = words.to_string();
            }
            Event::Html(ref html) | Event::InlineHtml(ref html) => {
                if let Some((_, rest)) = html.split_once("<a id=\"") {
                    told.anchors.extend(rest.split_once('"').map(|(id, _)| id.to_owned()));
                }
                let counted =
                    html.strip_prefix("<!-- = ").and_then(|html| html.strip_suffix(" -->"));
                if let Some(what) = counted {
                    let digits = last.rsplit(|letter: char| !"0123456789,.-".contains(letter));
                    let number = digits.into_iter().next().unwrap_or_default();
                    told.counts.push((number.replace(',', ""), what.to_owned()));
                }
            }
            _ => {}
        }
    }
    told
}

/// Adds words to the heading and the cell that are being read.
fn say(told: &mut Document, heading: &mut Option<String>, words: &str) {
    if let Some(heading) = heading {
        heading.push_str(words);
    }
    let row = told.tables.last_mut().and_then(|table| table.last_mut());
    if let Some(cell) = row.and_then(|row| row.last_mut()) {
        cell.push_str(words);
    }
}

/// The anchor of a heading: lower case, blanks as hyphens, no punctuation.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}
