//! Writes the specimen plan, to look at: `cargo run -p mainstay-paper --example specimen -- plan.pdf`
//! A second word, `clear` or `large`, sets it in 14 or 18 point.

use jiff::civil::date;
use paper::{Body, Document, TextSize};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut said = std::env::args().skip(1);
    let path = said.next().unwrap_or_else(|| "plan.pdf".to_owned());
    let size = match said.next().as_deref() {
        Some("large") => TextSize::Large,
        Some("clear") => TextSize::Clear,
        _ => TextSize::Compact,
    };
    let document = Document {
        body: Body::Plan(paper::plan::specimen()),
        printed: date(2026, 11, 10),
        size,
    };
    std::fs::write(path, paper::pdf(&document)?)?;
    Ok(())
}
