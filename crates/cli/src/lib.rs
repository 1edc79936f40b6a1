//! What the command line does besides answering requests: rulebooks told as pages to read.

pub mod reference;
