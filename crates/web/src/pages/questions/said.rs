//! What somebody said, as words on a page.

use std::fmt::Display;

use crate::components::Phrase;

/// What somebody said, in lines.
pub(in crate::pages) fn said(said: &forms::Said) -> Phrase {
    match said {
        forms::Said::NotSure => Phrase::default().quiet("Not sure"),
        forms::Said::Skipped => Phrase::default().quiet("Skipped"),
        forms::Said::PassedOn => Phrase::default().quiet("Told to an adult. It is not kept here."),
        forms::Said::NotYet => Phrase::default().quiet("Not answered yet"),
        forms::Said::Flag(_)
        | forms::Said::Lines(_)
        | forms::Said::Table(_)
        | forms::Said::Records(_) => lines(&said.lines()),
    }
}

fn lines<T: Display>(lines: &[T]) -> Phrase {
    let mut all = lines.iter();
    let first = all.next().map_or_else(Phrase::default, Phrase::new);
    all.fold(first, |phrase, line| phrase.new_line().text(line))
}
