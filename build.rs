//! Compiles the rulebooks into the form that the engine runs, and refuses to build if they
//! are wrong. The wasm holds the result and no parser.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use zhengpin_law::author::{Fault, load_folder, read_yaml};
use zhengpin_law::check::{self, Severity};
use zhengpin_law::compile::{Apart, Catalogues, Compiled, Library, Table};
use zhengpin_law::problem::{Code, Messages, Problem};
use zhengpin_law::seal::sealed;

const RULEBOOKS: &str = "src/rulebooks";
/// Where the files go of rulebooks that stand apart.
const FILES: &str = "rulebooks";
/// What is said of requests, and of rulebooks.
const MESSAGES: [&str; 2] = ["src/messages/requests.yaml", "src/messages/rulebooks.yaml"];

fn main() {
    for watched in [RULEBOOKS, "src/messages"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let [requests, authoring] = MESSAGES.map(messages);
    match build(requests.clone()) {
        Ok((mut library, catalogues)) => {
            set_apart(&out.join(FILES), &mut library);
            write(&out, &library, &authoring, &catalogues);
        }
        Err(faults) => {
            let mut messages = requests;
            messages.add(authoring);
            for fault in faults {
                let text = messages.of(&fault.problem);
                let place = Path::new(RULEBOOKS).join(&fault.file);
                println!(
                    "cargo::error={}:{}:{}: {}: {}",
                    place.display(),
                    fault.spot.line,
                    fault.spot.column,
                    fault.problem.path,
                    text.en
                );
            }
            process::exit(1);
        }
    }
}

fn messages(file: &str) -> Messages {
    let text = fs::read_to_string(file).unwrap_or_else(|error| fail(&error.to_string()));
    let (value, _) = read_yaml(&text).unwrap_or_else(|fault| fail(&format!("{file}: {fault}")));
    serde_json::from_value(value).unwrap_or_else(|error| fail(&error.to_string()))
}

fn build(messages: Messages) -> Result<(Library, Catalogues), Vec<Fault>> {
    let found = load_folder(Path::new(RULEBOOKS))?;
    let (mut library, mut faults) = check::check_folder(&found);
    library.rulebooks.retain(is_wanted);
    if library.rulebooks.iter().all(|rulebook| rulebook.deadlines.is_empty()) {
        library.calendars = Table::default();
    }
    library.messages = messages;
    let mut catalogues = Catalogues::default();
    catalogues.add_instruments(&found.instruments.value);
    found.rulebooks.iter().for_each(|rulebook| catalogues.add_rulebook(&rulebook.value));
    faults.retain(|fault| check::severity(fault.problem.code) == Severity::Error);
    if faults.is_empty() { Ok((library, catalogues)) } else { Err(faults) }
}

/// Whether the engine that is built holds this rulebook: one that runs ledgers has those with a
/// ledger, one that lists duties those that do nothing else, one that decides the others; one
/// that compares has all, and so have native builds.
fn is_wanted(rulebook: &Compiled) -> bool {
    let lists = rulebook.issues.is_empty() && !rulebook.duties.is_empty();
    let offered = match (rulebook.ledger.is_some(), lists) {
        (true, _) => "SIMULATING",
        (false, true) => "LISTING",
        (false, false) => "DECIDING",
    };
    !is_wasm() || has("COMPARING") || has(offered)
}

/// Whether the engine that is built has this feature.
fn has(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}

fn is_wasm() -> bool {
    env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
}

/// Writes the rulebooks into files of their own, where the engine is to be handed them. It
/// trusts a file by its hash, so each is read back first, whole.
fn set_apart(folder: &Path, library: &mut Library) {
    // What an earlier build left there is no file of this engine.
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap_or_else(|error| fail(&error.to_string()));
    }
    fs::create_dir_all(folder).unwrap_or_else(|error| fail(&error.to_string()));
    if !is_wasm() || !has("APART") {
        return;
    }
    for rulebook in std::mem::take(&mut library.rulebooks) {
        let bytes =
            postcard::to_allocvec(&rulebook).unwrap_or_else(|error| fail(&error.to_string()));
        let read: Compiled =
            postcard::from_bytes(&bytes).unwrap_or_else(|error| fail(&error.to_string()));
        if read != rulebook || !read.is_whole(&library.calendars) {
            fail(&format!("{} is not read back as it is", rulebook.id));
        }
        let name = rulebook.id.replace('/', "-");
        save(&folder.join(format!("{name}.postcard")), &bytes);
        library.apart.push(Apart::new(&rulebook, &bytes));
    }
}

fn write(out: &Path, library: &Library, authoring: &Messages, catalogues: &Catalogues) {
    let bytes = postcard::to_allocvec(library).unwrap_or_else(|error| fail(&error.to_string()));
    // What is sealed has been read whole: the engine trusts the seal.
    if let Err(error) = postcard::from_bytes::<Library>(&bytes) {
        fail(&error.to_string());
    }
    save(&out.join("library.postcard"), &sealed(bytes));
    let bytes =
        postcard::to_allocvec(&library.apart).unwrap_or_else(|error| fail(&error.to_string()));
    save(&out.join("apart.postcard"), &sealed(bytes));
    let broken = library.messages.of(&Problem::new(Code::Broken, ""));
    save(&out.join("broken.zh.txt"), broken.zh.as_bytes());
    save(&out.join("broken.en.txt"), broken.en.as_bytes());
    let bytes = postcard::to_allocvec(authoring).unwrap_or_else(|error| fail(&error.to_string()));
    save(&out.join("authoring.postcard"), &sealed(bytes));
    for (language, catalogue) in [("zh", &catalogues.zh), ("en", &catalogues.en)] {
        let text = serde_json::to_vec(catalogue).unwrap_or_else(|error| fail(&error.to_string()));
        save(&out.join(format!("texts.{language}.json")), &text);
    }
}

fn save(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| fail(&error.to_string()));
}

fn fail(what: &str) -> ! {
    println!("cargo::error={what}");
    process::exit(1);
}
