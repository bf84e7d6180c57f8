//! The parts pages are made of, each a typed struct with its own template. What a part is given is text and is escaped;
//! only another part is markup. Parts know nothing of programmes, people or permissions: they show what they are handed.
//!
//! In a page: `{{ form.text_input("why", "Why now?").hint("A line or two") }}`.

mod banner;
mod button;
mod checkboxes;
mod date_input;
mod error_summary;
mod file_upload;
mod head;
mod hidden;
mod icon;
mod markup;
mod options;
mod password_input;
mod phrase;
mod radios;
mod select;
mod text_input;
mod textarea;

pub use banner::Banner;
pub use button::Button;
pub use checkboxes::Checkboxes;
pub use date_input::DateInput;
pub use error_summary::{ErrorSummary, Problem};
pub use file_upload::FileUpload;
pub use head::HeadLook;
pub use hidden::Hidden;
pub use icon::{Icon, Mark, Pointing, Sprite};
pub use markup::Markup;
pub use options::BoxSize;
pub use password_input::PasswordInput;
pub use phrase::Phrase;
pub use radios::Radios;
pub use select::Select;
pub use text_input::TextInput;
pub use textarea::Textarea;

#[cfg(test)]
mod tests;
