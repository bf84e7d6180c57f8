//! What somebody puts on one page of questions: the words the story has for
//! them, points and choices near their mood, and nothing where they skip.

use forms::{
    Answer as Given, Cells, Choice, Choices, Code, Form, Kind, Marked, Must, Page, Question, Test,
    Value, field,
};

use crate::demo::{
    draw::{draw, pick},
    script::{Answer, Said},
};

/// The fields of one page, as a browser would send them.
pub fn page(form: &Form, page: &Page, answer: &Answer) -> Vec<(String, String)> {
    let mut posted = Vec::new();
    for question in &page.questions {
        let before = posted.len();
        match answer.says.get(question.id.as_str()) {
            Some(said) => say(question, said, &mut posted),
            None => make_up(form, question, answer, &mut posted),
        }
        if posted.len() == before {
            posted.push((field::skip(&question.id), "yes".to_owned()));
            continue;
        }
        let share = field::share(&question.id);
        let chosen = answer.says.get(&share).and_then(one);
        posted.push((share, chosen.unwrap_or("meeting").to_owned()));
        let more = field::more(&question.id);
        if let Some(words) = answer.says.get(&more).and_then(one) {
            posted.push((more, words.to_owned()));
        }
    }
    posted
}

fn one(said: &Said) -> Option<&str> {
    match said {
        Said::One(words) => Some(words),
        Said::Many(_) => None,
    }
}

/// What the story says.
fn say(question: &Question, said: &Said, posted: &mut Vec<(String, String)>) {
    let all: Vec<&String> = match said {
        Said::One(words) => vec![words],
        Said::Many(all) => all.iter().collect(),
    };
    for (words, number) in all.into_iter().zip(1u8..) {
        match &question.kind {
            Kind::Grid { rows, .. } => {
                if let Some(row) = rows.get(usize::from(number) - 1) {
                    posted.push((field::row(&question.id, &row.code), words.clone()));
                }
            }
            Kind::List { .. } => posted.push((field::entry(&question.id, number), words.clone())),
            Kind::Rows { columns, .. } => {
                for (column, part) in columns.iter().zip(words.split('|')) {
                    let name = field::cell(&question.id, number, &column.id);
                    posted.push((name, part.trim().to_owned()));
                }
            }
            _ => posted.push((field::value(&question.id), words.clone())),
        }
    }
}

/// What follows from the mood, where nothing is said: never words, and never an
/// answer that calls for an adult.
fn make_up(form: &Form, question: &Question, answer: &Answer, to: &mut Vec<(String, String)>) {
    let seed = format!("{} {}", answer_key(answer), question.id);
    let value = field::value(&question.id);
    match &question.kind {
        Kind::Person => to.push((value, "Joel Petrie".to_owned())),
        Kind::YesNo => to.push((value, "yes".to_owned())),
        Kind::Scale(marked) => {
            if let Some(point) = quiet_point(question, marked, answer.mood, &seed) {
                to.push((value, point.to_string()));
            }
        }
        Kind::One(choices) => {
            if let Some(code) = quiet_choice(form, question, choices, &seed) {
                to.push((value, code.to_string()));
            }
        }
        Kind::Many(choices) if question.safety.is_empty() => {
            if let Some(alone) = choices.alone.first() {
                to.push((value, alone.to_string()));
                return;
            }
            let first = pick(&seed, choices.options.len());
            let second = pick(&format!("{seed} again"), choices.options.len());
            for place in [Some(first), Some(second).filter(|place| *place != first)] {
                if let Some(option) = place.and_then(|place| choices.options.get(place)) {
                    to.push((value.clone(), option.code.to_string()));
                }
            }
        }
        Kind::Grid { rows, cells, .. } => {
            for row in rows {
                let seed = format!("{seed} {}", row.code);
                if let Some(text) = cell(cells, answer.mood, &seed) {
                    to.push((field::row(&question.id, &row.code), text));
                }
            }
        }
        _ => {}
    }
}

/// Two people of one mood do not answer alike.
fn answer_key(answer: &Answer) -> String {
    let first = answer.says.values().find_map(one).unwrap_or_default();
    format!("{} {first}", answer.of)
}

fn point(marked: &Marked, mood: f64, seed: &str) -> Option<u8> {
    let points: Vec<u8> = marked.scale.points().collect();
    let near = (mood + (draw(seed) - 0.5) * 0.4).clamp(0.0, 0.999);
    let steps = u8::try_from(points.len()).ok()?;
    let place = (0..steps)
        .rev()
        .find(|place| f64::from(*place) <= near * f64::from(steps))?;
    points.get(usize::from(place)).copied()
}

fn quiet_point(question: &Question, marked: &Marked, mood: f64, seed: &str) -> Option<u8> {
    let point = point(marked, mood, seed)?;
    let fires = |point: &u8| calls(question, &Value::Point(*point));
    if !fires(&point) {
        return Some(point);
    }
    marked.scale.points().filter(|point| !fires(point)).min()
}

fn calls(question: &Question, value: &Value) -> bool {
    let given = Given::Given(value.clone());
    question.safety.iter().any(|rule| rule.when.holds(&given))
}

fn quiet_choice<'q>(
    form: &Form,
    question: &'q Question,
    choices: &'q Choices,
    seed: &str,
) -> Option<&'q Code> {
    let calls_for_adult = |choice: &&Choice| {
        let only = |rule: &forms::SafetyRule| match &rule.when {
            Test::AnyOf(codes) => codes.contains(&choice.code),
            _ => false,
        };
        question.safety.iter().any(only)
    };
    let quiet: Vec<&Choice> = choices
        .options
        .iter()
        .filter(|choice| !calls_for_adult(choice))
        .collect();
    // The adult's page, and what few people are ever asked, have one usual answer first.
    let usual = question.must != Must::MaySkip || !question.only.is_empty();
    let place = if usual || !question.safety.is_empty() || form.minutes == 0 {
        0
    } else {
        pick(seed, quiet.len())
    };
    quiet.get(place).map(|choice| &choice.code)
}

fn cell(cells: &Cells, mood: f64, seed: &str) -> Option<String> {
    match cells {
        Cells::Scale(marked) => point(marked, mood, seed).map(|point| point.to_string()),
        Cells::One(options) => {
            let better = draw(seed) < mood;
            let place = if better { 0 } else { pick(seed, options.len()) };
            options.get(place).map(|option| option.code.to_string())
        }
        Cells::Many(options) => {
            let place = pick(seed, options.len());
            options.get(place).map(|option| option.code.to_string())
        }
    }
}
