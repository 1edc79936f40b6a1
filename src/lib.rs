//! The rules of China's e-commerce IP protection, as a library that runs in a web page.
//!
//! Law is data: rulebooks under `src/rulebooks` hold every number, date, name and sentence.
//! The engine knows truth values, conditions, versions in time, calendars and ledgers. It
//! reads no clock, no locale, no storage and no network: today's date is an argument.
//!
//! ```
//! use zhengpin::answer;
//!
//! let request = r#"{
//!     "rulebook": "cn/complaint",
//!     "asOf": "2026-11-22",
//!     "facts": {"right_type": "trademark", "n_locate": false}
//! }"#;
//! let answer: serde_json::Value = serde_json::from_str(&answer::decide(request))?;
//! let notice = &answer["issues"][0];
//! assert_eq!(notice["verdict"], "not_qualified");
//! assert_eq!(notice["settled"], true);
//! # Ok::<(), serde_json::Error>(())
//! ```

pub mod answer;
#[cfg(feature = "texts")]
pub mod catalogue;
pub mod compare;
pub mod decide;
pub mod describe;
pub mod draft;
#[cfg(target_arch = "wasm32")]
pub mod face;
pub mod json;
pub mod library;
#[cfg(feature = "author")]
pub mod own;
pub mod request;
pub mod simulate;
pub mod truth;

use zhengpin_law::sorted;
#[cfg(feature = "author")]
pub use zhengpin_law::{author, check};
pub use zhengpin_law::{compile, day, diagram, exact, limits, problem, rulebook, text};
