//! web
pub mod assets;
pub mod components;
pub mod form_state;
pub mod layout;
pub mod words;
