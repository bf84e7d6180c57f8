//! Every address there is, at every place of a programme, for everybody there
//! can be: what the table of permissions says is what comes back over HTTP.
//! The addresses come from the one list the router is built from; there is no
//! list of exceptions.

mod book;
mod expected;
mod hidden;
mod people;
mod places;
mod walk;

pub use self::{
    places::{Ids, Mould},
    walk::{fields, path},
};
