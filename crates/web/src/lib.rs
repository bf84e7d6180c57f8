//! web
pub mod assets;
pub mod charts;
pub mod components;
pub mod form_state;
pub mod layout;
pub mod words;
