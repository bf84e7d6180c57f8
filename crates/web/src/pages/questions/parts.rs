//! Answers as a reader reads them, part by part.

use app::gathering::{
    Line,
    read::{Found, Reading},
};

use crate::components::{Phrase, SummaryList};

/// What a reader reads of answers, part by part.
pub(in crate::pages) fn parts(found: &Reading) -> Vec<(String, SummaryList)> {
    let mut parts: Vec<(String, SummaryList)> = Vec::new();
    let Found::Answers { lines, .. } = &found.found else {
        return parts;
    };
    for line in lines {
        let said = said(line);
        match parts.last_mut() {
            Some((name, list)) if *name == line.part => {
                *list = std::mem::take(list).row(&line.asked, said);
            }
            _ => {
                let list = SummaryList::new().row(&line.asked, said);
                parts.push((line.part.clone(), list));
            }
        }
    }
    parts
}

fn said(line: &Line) -> Phrase {
    let said = super::said(&line.said);
    match line.share {
        Some(forms::Share::KeyWorker | forms::Share::Nobody) => {
            said.new_line().quiet("Not shared with the meeting")
        }
        Some(forms::Share::Meeting) | None => said,
    }
}
