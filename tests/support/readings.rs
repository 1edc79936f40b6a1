//! The readings that a simulation names, and those that matter by a second implementation.

use std::collections::BTreeMap;

use zhengpin::simulate::Simulation;

/// Readings, each with the other choices that would change something, in order.
pub(crate) type Others = BTreeMap<String, Vec<String>>;

/// What a simulation names.
pub(crate) fn named(simulation: &Simulation) -> Others {
    let others = simulation.readings.iter().map(|one| {
        let mut choices: Vec<String> =
            one.alternatives.iter().map(|other| other.choice.clone()).collect();
        choices.sort_unstable();
        (one.reading.clone(), choices)
    });
    others.collect()
}

/// Of all choices those that were not taken and that change something: `matters` is told the
/// reading, and how everything is read with the other choice of it.
pub(crate) fn that_matter<C: AsRef<[&'static str]>>(
    read: &BTreeMap<&'static str, &'static str>,
    all: impl IntoIterator<Item = (&'static str, C)>,
    matters: impl Fn(&str, &BTreeMap<&'static str, &'static str>) -> bool,
) -> Others {
    let mut matter = Others::new();
    for (name, choices) in all {
        for choice in choices.as_ref().iter().filter(|choice| read[name] != **choice) {
            let mut changed = read.clone();
            changed.insert(name, choice);
            if matters(name, &changed) {
                matter.entry(name.to_owned()).or_default().push((*choice).to_owned());
            }
        }
    }
    matter.values_mut().for_each(|choices| choices.sort_unstable());
    matter
}
