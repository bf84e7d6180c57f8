//! Nothing: the tests are in `it.rs` beside this folder.
