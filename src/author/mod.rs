//! Reading rulebooks from the files that lawyers edit.

mod load;
#[cfg(feature = "author")]
mod schema;
mod yaml;

pub use load::{Fault, Found, Loaded, load_folder};
#[cfg(feature = "author")]
pub use schema::schema;
pub use yaml::{Source, read_yaml};
