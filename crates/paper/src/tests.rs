//! What a printed document must be, read back from the finished file.

mod accessible;
mod faithful;
mod hostile;
mod ink;
mod reading;
mod room;

use jiff::civil::date;

use crate::plan::{PlanPaper, specimen};
use crate::{Body, Document, TextSize};
use reading::Reading;

/// The specimen with one thing changed, printed on the town's fixed day.
fn document(change: impl FnOnce(&mut PlanPaper)) -> Document {
    let mut plan = specimen();
    change(&mut plan);
    Document {
        body: Body::Plan(plan),
        printed: date(2026, 11, 10),
        size: TextSize::Compact,
    }
}

fn read(document: &Document) -> Reading {
    Reading::of(&crate::pdf(document).expect("a document that can be set"))
}
