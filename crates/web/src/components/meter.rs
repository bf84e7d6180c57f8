//! A share drawn as a bar. The count stands in words beside it, so the bar is hidden from those who hear the page.

use askama::{Template, filters::HtmlSafe};

/// A share of a whole.
#[derive(Clone, Copy, Debug, Template)]
#[template(
    source = r#"<div class="{{ look.class() }}" aria-hidden="true"><span class="ms-w-{{ per_cent }}"></span></div>"#,
    ext = "html"
)]
pub struct Meter {
    per_cent: usize,
    look: MeterLook,
}

#[derive(Clone, Copy, Debug)]
enum MeterLook {
    Meter,
    Progress,
}

impl MeterLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Meter => "ms-meter",
            Self::Progress => "ms-bar",
        }
    }
}

impl HtmlSafe for Meter {}

impl Meter {
    /// So many of so many.
    pub fn of(some: usize, all: usize) -> Self {
        Self {
            per_cent: share(some, all),
            look: MeterLook::Meter,
        }
    }

    /// How far along a form one is.
    pub fn progress(step: usize, steps: usize) -> Self {
        Self {
            per_cent: share(step, steps),
            look: MeterLook::Progress,
        }
    }
}

/// Whole per cents, to the nearest; nothing of nothing is nought.
fn share(some: usize, all: usize) -> usize {
    let some = some.min(all);
    (some * 200 + all).checked_div(all * 2).unwrap_or(0)
}
