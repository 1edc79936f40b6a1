//! Reading rulebooks: from the files that lawyers edit, and from JSON values.

#[cfg(not(target_arch = "wasm32"))]
mod almanac;
#[cfg(not(target_arch = "wasm32"))]
mod load;
mod read;
#[cfg(feature = "schema")]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod yaml;

#[cfg(not(target_arch = "wasm32"))]
pub use almanac::Tyme;
#[cfg(not(target_arch = "wasm32"))]
pub use load::{Fault, Found, Loaded, load_folder};
pub(crate) use read::read;
#[cfg(feature = "schema")]
pub use schema::schema;
#[cfg(not(target_arch = "wasm32"))]
pub use yaml::{Source, read_yaml};
