//! Checks what each question offers: options, rows, scales and sizes.

use std::collections::BTreeSet;

use crate::fault::Fault;
use crate::form::{Choice, Form, Must, Question};
use crate::ids::Code;
use crate::kind::{Cells, Choices, Kind, Takes};
use crate::read::{Faults, reserved};
use crate::scale::Scale;
use crate::shared_four;

/// Longest text any question may take, in characters.
pub(crate) const LONGEST: usize = 10_000;
/// Most entries in a list, or small records in a set of rows.
pub(crate) const MOST_ENTRIES: usize = 20;

pub(super) fn sizes_fit(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        let mut within = |key, has, least, most| {
            if !(least..=most).contains(&has) {
                let fault = Fault::Size {
                    key,
                    has,
                    least,
                    most,
                };
                faults.question(&question.id, fault);
            }
        };
        match &question.kind {
            Kind::Line { most } => within("max_characters", *most, 1, 500),
            Kind::Prose { least, most } => {
                within("max_characters", *most, 1, LONGEST);
                within("min_characters", *least, 0, *most);
            }
            Kind::List { up_to, most } => {
                within("max_characters", *most, 1, 500);
                within("up_to", usize::from(*up_to), 1, MOST_ENTRIES);
            }
            Kind::Rows { up_to, .. } => {
                within("up_to", usize::from(*up_to), 1, MOST_ENTRIES);
            }
            Kind::Date(_)
            | Kind::Number(_)
            | Kind::YesNo
            | Kind::One(_)
            | Kind::Many(_)
            | Kind::Scale(_)
            | Kind::Grid { .. }
            | Kind::Person => {}
        }
    }
}

pub(super) fn choices_can_be_made(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        let mut few = |what, count: usize, least: usize| {
            if count < least {
                faults.question(&question.id, Fault::TooFewOptions(what));
            }
        };
        match &question.kind {
            Kind::One(choices) | Kind::Many(choices) => few("options", choices.options.len(), 2),
            Kind::Grid { rows, cells, .. } => {
                few("rows", rows.len(), 1);
                if let Cells::One(options) | Cells::Many(options) = cells {
                    few("options", options.len(), 2);
                }
            }
            Kind::Rows { columns, .. } => {
                few("columns", columns.len(), 1);
                for column in columns {
                    if let Takes::One(options) = &column.takes {
                        few("a column", options.len(), 2);
                    }
                }
            }
            _ => {}
        }
        if matches!(question.must, Must::BeYes(_)) && question.kind != Kind::YesNo {
            faults.question(&question.id, Fault::MustYes);
        }
    }
}

pub(super) fn codes_are_unique(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        match &question.kind {
            Kind::One(choices) => unique(question, "options", &choices.options, faults),
            Kind::Many(choices) => {
                unique(question, "options", &choices.options, faults);
                alone_are_options(question, choices, faults);
            }
            Kind::Grid { rows, cells, .. } => {
                unique(question, "rows", rows, faults);
                if let Cells::One(options) | Cells::Many(options) = cells {
                    unique(question, "options", options, faults);
                }
            }
            Kind::Rows { columns, .. } => {
                twice(question, "columns", columns.iter().map(|c| &c.id), faults);
                for column in columns {
                    if let Takes::One(options) = &column.takes {
                        unique(question, "options", options, faults);
                    }
                }
            }
            _ => {}
        }
    }
}

pub(super) fn shared_four_match(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions().filter(|q| q.id == shared_four::QUESTION) {
        let fits = match &question.kind {
            Kind::Grid {
                rows,
                cells: Cells::Scale(marked),
                ..
            } => {
                marked.scale == Scale::Freq5
                    && rows
                        .iter()
                        .map(|row| row.code.as_str())
                        .eq(shared_four::ROWS)
            }
            _ => false,
        };
        if !fits {
            let rows = shared_four::ROWS.join(", ");
            faults.question(&question.id, Fault::SharedFour(rows));
        }
    }
}

fn alone_are_options(question: &Question, choices: &Choices, faults: &mut Faults<'_>) {
    for code in &choices.alone {
        if !choices.options.iter().any(|option| option.code == *code) {
            faults.question(&question.id, Fault::AloneUnknown(code.to_string()));
        }
    }
}

fn unique(question: &Question, place: &'static str, options: &[Choice], faults: &mut Faults<'_>) {
    for option in options.iter().filter(|option| reserved(&option.code)) {
        let code = option.code.to_string();
        faults.question(&question.id, Fault::ReservedCode(code));
    }
    twice(question, place, options.iter().map(|o| &o.code), faults);
}

fn twice<'c>(
    question: &Question,
    place: &'static str,
    codes: impl Iterator<Item = &'c Code>,
    faults: &mut Faults<'_>,
) {
    let mut met = BTreeSet::new();
    for code in codes {
        if !met.insert(code) {
            let code = code.to_string();
            faults.question(&question.id, Fault::CodeTwice { place, code });
        }
    }
}
