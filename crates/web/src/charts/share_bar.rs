//! A bar of so many out of so many: how often, by period or by place. The count stands beside it in words.

use super::drawing::{Caption, Drawing, Picture, times};

/// So many of so many.
#[derive(Clone, Debug)]
pub struct ShareBar {
    caption: Caption,
    some: usize,
    all: usize,
}

/// The board: as wide as a side column has room for.
const SIZE: (f64, f64) = (280.0, 14.0);
/// Between the two parts, so that they are two in grey as well.
const BETWEEN: f64 = 2.0;

impl ShareBar {
    /// So many of so many; more than all is all.
    pub fn of(caption: Caption, some: usize, all: usize) -> Self {
        Self {
            caption,
            some: some.min(all),
            all,
        }
    }

    /// Draws it. Of nothing, nothing is drawn.
    pub fn draw(&self) -> Picture {
        let mut drawing = Drawing::fixed(SIZE.0, SIZE.1, &self.caption);
        if self.all > 0 {
            let end = SIZE.0 * times(self.some) / times(self.all);
            if self.some > 0 {
                let gap = if self.some < self.all { BETWEEN } else { 0.0 };
                drawing.rect("bar", (0.0, 0.0), (end - gap, SIZE.1), 2.0);
            }
            if self.some < self.all {
                drawing.rect("bar-2", (end, 0.0), (SIZE.0 - end, SIZE.1), 2.0);
            }
        }
        drawing.done()
    }
}
