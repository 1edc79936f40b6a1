//! The glossary names things as the product does.

use crate::markdown::document;
use crate::{files, read};

#[test]
fn every_chinese_term_is_a_word_of_the_product() {
    let mut words = read("www/messages/zh.ftl") + &read("crates/cli/src/reference/words.yaml");
    for folder in ["src/messages", "src/rulebooks"] {
        for file in files(folder, ".yaml") {
            words.push_str(&read(&file));
        }
    }
    let glossary = document("docs/README.md");
    let mut terms = Vec::new();
    for table in glossary.tables.iter().filter(|table| table[0][0] == "English") {
        assert_eq!(table[0], ["English", "中文", "is"]);
        for row in table.iter().skip(1) {
            assert!(row.iter().all(|cell| !cell.is_empty()), "an empty cell: {row:?}");
            assert!(words.contains(&row[1]), "`{}` is not a word of the product", row[1]);
            terms.push(row.clone());
        }
    }
    assert!(terms.len() > 35, "the glossary was not found");
    for (column, name) in ["English", "Chinese"].iter().enumerate() {
        let mut names: Vec<&String> = terms.iter().map(|row| &row[column]).collect();
        names.sort();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "a {name} name for two things");
    }
}
