//! A file to send.

use super::{Phrase, head::Head, head::headed};
use crate::form_state::FormState;
use askama::Template;
use std::fmt::Display;

/// A file to send; the form must say `enctype="multipart/form-data"`.
#[derive(Clone, Debug, Template)]
#[template(path = "components/file_upload.html")]
pub struct FileUpload {
    head: Head,
    accept: String,
    many: bool,
}

headed!(FileUpload);

impl FileUpload {
    /// What is offered first when choosing, such as `.csv,text/csv`. The server decides what it takes.
    #[must_use]
    pub fn accept(mut self, kinds: impl Display) -> Self {
        self.accept = kinds.to_string();
        self
    }

    /// Several files may be chosen together.
    #[must_use]
    pub const fn many(mut self) -> Self {
        self.many = true;
        self
    }
}

impl FormState {
    /// A file to send, with what is to be sorted out.
    pub fn file_upload(&self, name: impl Display, label: impl Into<Phrase>) -> FileUpload {
        FileUpload {
            head: self.head(&name, label),
            accept: String::new(),
            many: false,
        }
    }
}
