//! Documents with questions, as data: the engine behind the folder `forms/`.
//!
//! - A [`Form`] is one version of one document: parts, pages, questions, and who
//!   fills it in and reads it. The [`Catalogue`] holds them all.
//! - An [`Answer`] is given, not sure, skipped, or passed on to a named adult.
//!   [`Answers`] is what is stored, with the form's code and version.
//! - [`parse::page`] turns what was posted into replies, or into problems in words.
//! - A [`Journey`] is derived from form and answers, never stored.
//! - [`summary`] turns answers into rows for check-answers, for one reader, for paper.
//!
//! Pure: no database, no clock, no HTML, no network, and no other crate of the house.
//! Nothing here decides whether somebody may act; the reading rights are a list that
//! the gate consults.

#![warn(missing_docs)]

mod answer;
mod asking;
mod blank;
mod catalogue;
mod check;
mod condition;
mod fault;
pub mod field;
mod figure;
mod form;
mod ids;
mod journey;
mod kind;
mod measure;
pub mod parse;
mod read;
mod records;
mod rights;
mod role;
mod safety;
mod said;
mod scale;
mod schema;
pub mod shared_four;
pub mod summary;
mod theme;
mod typed;
mod value;
mod wording;
mod words;
mod written;

pub use answer::{Answer, Answers, Reply, Share, UnreadableAnswers};
pub use blank::{Blank, Room, Tick, blank};
pub use catalogue::{Catalogue, CatalogueProblem, Reading};
pub use condition::{Condition, Test};
pub use fault::{Fault, FormProblem};
pub use figure::{BadFigure, Figure};
pub use form::{
    Choice, Finish, Form, Lists, Must, Offered, Page, Part, Question, Sharing, WrittenFor,
};
pub use ids::{BadCode, BadPageId, Code, FormCode, PageId, QuestionId, Version};
pub use journey::{Journey, Progress, Step};
pub use kind::{Cells, Choices, Column, Kind, Marked, Takes, When};
pub use measure::{Measure, Unit};
pub use records::RecordRights;
pub use rights::{Access, Handling, How, Portion, Rights};
pub use role::{Band, OUTSIDE, Role};
pub use safety::{Adult, Keep, Raised, SafetyRule, Within};
pub use said::Said;
pub use scale::Scale;
pub use theme::{Feeds, Theme};
pub use typed::Typed;
pub use value::{Cell, Value, YesNo};
pub use wording::{ReadBy, Wording};
pub use words::{Names, PLACEHOLDERS, Words};
pub use written::{Group, Several, Written};
