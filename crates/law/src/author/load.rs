//! A rulebook from its folder: the files are read, merged and checked against the format.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::compile::Law;
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Calendars, Instruments, Rulebook};

use super::format;
use super::yaml::{Spot, YamlFault, read_yaml};

/// The file that makes a folder a rulebook.
const RULEBOOK: &str = "rulebook.yaml";

/// A problem with the file and the line where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file, relative to the folder that was read.
    pub file: PathBuf,
    /// The place in the file.
    pub spot: Spot,
    /// What is wrong.
    pub problem: Problem,
}

/// All rulebooks of a folder, with the instruments they cite.
#[derive(Clone, Debug)]
pub struct Found {
    /// The instruments.
    pub instruments: Loaded<Instruments>,
    /// The calendars that deadlines are counted by.
    pub calendars: Loaded<Calendars>,
    /// The rulebooks.
    pub rulebooks: Vec<Loaded<Rulebook>>,
}

impl Found {
    /// What the rulebooks may cite and count by.
    #[must_use]
    pub fn law(&self) -> Law {
        Law::of(&self.instruments.value).with_calendars(&self.calendars.value, &super::Tyme)
    }
}

/// Something read from files, which knows where each part of it stands.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// What was read.
    pub value: T,
    files: Merged,
}

impl<T> Loaded<T> {
    /// A problem, with the file and line of its path or of the nearest part around it.
    #[must_use]
    pub fn locate(&self, problem: Problem) -> Fault {
        self.files.locate(problem)
    }

    /// What was read, as the authors wrote it: all files merged, nothing added.
    #[must_use]
    pub fn source(&self) -> &Map<String, Value> {
        &self.files.value
    }
}

/// Reads every rulebook below `root`: each folder that has a `rulebook.yaml`, with all
/// YAML files in it and below it. The folder `instruments` holds the instruments, the folder
/// `calendars`, if there is one, the calendars.
///
/// The version of the format stands in every `rulebook.yaml`, and in every file of
/// instruments or calendars, each of which can be read alone.
///
/// # Errors
///
/// Everything that cannot be read, is no YAML, is defined twice, is written in another version
/// of the format or does not fit it.
pub fn load_folder(root: &Path) -> Result<Found, Vec<Fault>> {
    let mut faults = Vec::new();
    let instruments = read::<Instruments>(root, &root.join("instruments"), &mut faults);
    let calendars = root.join("calendars");
    let calendars = if calendars.is_dir() {
        read::<Calendars>(root, &calendars, &mut faults)
    } else {
        Some(Loaded { value: Calendars::default(), files: Merged::default() })
    };
    let mut rulebooks = Vec::new();
    for folder in folders(root, &mut faults) {
        rulebooks.extend(read::<Rulebook>(root, &folder, &mut faults));
    }
    match instruments.zip(calendars) {
        Some((instruments, calendars)) if faults.is_empty() => {
            Ok(Found { instruments, calendars, rulebooks })
        }
        _ => Err(faults),
    }
}

fn read<T: DeserializeOwned>(
    root: &Path,
    folder: &Path,
    faults: &mut Vec<Fault>,
) -> Option<Loaded<T>> {
    let mut files = Merged::default();
    let of_rulebook = folder.join(RULEBOOK).is_file();
    let mut is_known = true;
    for file in yaml_files(root, folder, faults) {
        let is_part = of_rulebook && file.file_name() != Some(RULEBOOK.as_ref());
        let name = file.strip_prefix(root).unwrap_or(&file).to_owned();
        let fault = |spot, code, detail: String| Fault {
            file: name.clone(),
            spot,
            problem: Problem::new(code, "").with("detail", detail),
        };
        match fs::read_to_string(&file) {
            Err(error) => faults.push(fault(Spot::START, Code::UnreadableFile, error.to_string())),
            Ok(text) => match read_yaml(&text) {
                Err(YamlFault { line, column, detail }) => {
                    let spot = Spot { line, column, width: None };
                    faults.push(fault(spot, Code::MalformedYaml, detail));
                }
                Ok((Value::Object(mut map), spots)) => {
                    if (!is_part || map.contains_key(format::KEY))
                        && let Err(problem) = format::take_format(&mut map)
                    {
                        let spot = spots.get(&problem.path).copied().unwrap_or(Spot::START);
                        faults.push(Fault { file: name, spot, problem });
                        is_known = false;
                        continue;
                    }
                    files.merge(&name, map, &spots, faults);
                }
                Ok(_) => {
                    let detail = "no map at the top".to_owned();
                    faults.push(fault(Spot::START, Code::MalformedRulebook, detail));
                }
            },
        }
    }
    // What is written in another version is not read: it may mean something else.
    if !is_known {
        return None;
    }
    match super::read(Value::Object(files.value.clone())) {
        Ok(value) => Some(Loaded { value, files }),
        Err(problem) => {
            faults.push(files.locate(problem));
            None
        }
    }
}

/// Several files as one value. Maps at the top are joined; everything else stands once.
#[derive(Clone, Debug, Default)]
struct Merged {
    value: Map<String, Value>,
    places: BTreeMap<String, (PathBuf, Spot)>,
}

impl Merged {
    fn merge(
        &mut self,
        file: &Path,
        map: Map<String, Value>,
        spots: &super::Spots,
        faults: &mut Vec<Fault>,
    ) {
        for (key, value) in map {
            let path = format!("/{key}");
            match (self.value.get_mut(&key), value) {
                (Some(Value::Object(here)), Value::Object(more)) => {
                    for (id, value) in more {
                        let path = child(&path, &id);
                        if here.contains_key(&id) {
                            faults.push(Self::twice(&self.places, file, spots, path, &id));
                        } else {
                            here.insert(id, value);
                        }
                    }
                }
                (Some(_), _) => faults.push(Self::twice(&self.places, file, spots, path, &key)),
                (None, value) => {
                    self.value.insert(key, value);
                }
            }
        }
        for (path, spot) in spots {
            self.places.entry(path.clone()).or_insert_with(|| (file.to_owned(), *spot));
        }
    }

    fn twice(
        places: &BTreeMap<String, (PathBuf, Spot)>,
        file: &Path,
        spots: &super::Spots,
        path: String,
        id: &str,
    ) -> Fault {
        let first = places
            .get(&path)
            .map_or_else(String::new, |(file, spot)| format!("{}:{}", file.display(), spot.line));
        let spot = spots.get(&path).copied().unwrap_or(Spot::START);
        let problem =
            Problem::new(Code::DefinedTwice, path).with("value", id).with("expected", first);
        Fault { file: file.to_owned(), spot, problem }
    }

    fn locate(&self, problem: Problem) -> Fault {
        let mut path = problem.path.as_str();
        loop {
            if let Some((file, spot)) = self.places.get(path) {
                return Fault { file: file.clone(), spot: *spot, problem };
            }
            match path.rsplit_once('/') {
                Some((around, _)) => path = around,
                None => return Fault { file: PathBuf::new(), spot: Spot::START, problem },
            }
        }
    }
}

/// The YAML files in a folder and below it: `rulebook.yaml` first, then by path.
fn yaml_files(root: &Path, folder: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(root, folder, faults, &mut |path| {
        if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    });
    files.sort_by_key(|path| (path.file_name() != Some(RULEBOOK.as_ref()), path.clone()));
    files
}

/// The folders below `root` that hold a rulebook.
fn folders(root: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    walk(root, root, faults, &mut |path| {
        if path.file_name() == Some(RULEBOOK.as_ref()) {
            folders.extend(path.parent().map(Path::to_owned));
        }
    });
    folders.sort();
    folders
}

fn walk(root: &Path, folder: &Path, faults: &mut Vec<Fault>, visit: &mut dyn FnMut(PathBuf)) {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    match listed {
        Err(error) => faults.push(Fault {
            file: folder.strip_prefix(root).unwrap_or(folder).to_owned(),
            spot: Spot::START,
            problem: Problem::new(Code::UnreadableFile, "").with("detail", error),
        }),
        Ok(mut entries) => {
            entries.sort_by_key(fs::DirEntry::path);
            for entry in entries {
                let path = entry.path();
                if path.is_dir() { walk(root, &path, faults, visit) } else { visit(path) }
            }
        }
    }
}
