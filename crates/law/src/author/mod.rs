//! Reading rulebooks: from the files that lawyers edit, and from JSON values.

#[cfg(feature = "files")]
mod almanac;
mod amend;
mod format;
mod ids;
#[cfg(feature = "files")]
mod load;
mod read;
#[cfg(feature = "files")]
mod schema;
#[cfg(feature = "files")]
mod yaml;

#[cfg(feature = "files")]
pub use almanac::Tyme;
pub use amend::amended;
pub use format::{FORMAT, take_format};
#[cfg(feature = "files")]
pub use load::{Fault, Found, Loaded, load_folder};
pub use read::read;
#[cfg(feature = "files")]
pub use schema::schema;
#[cfg(feature = "files")]
pub use yaml::{Spot, Spots, YamlFault, read_yaml};
