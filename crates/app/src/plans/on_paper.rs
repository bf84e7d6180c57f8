//! What the plan says, word for word as it goes on paper. No rules and no
//! permissions: whoever made a [`PlanToPrint`] has taken out what may not be seen.

use domain::{
    commitment::Commitment,
    plan::{DayPart, Plan},
    signature::{Answer, Method},
    target::{Level, Scale, Target, Unit},
};
use paper::{
    Body, Document, TextSize, Words,
    plan::{
        Contact, EveryDay, Helper, Ladder, Meeting, Order, Passage, PlanPaper, Promise, Run,
        SignatureRow, Signing, Step, StepState, Week,
    },
};

use super::{
    print::{PlanToPrint, WeekToPrint},
    view::SigningLine,
};

/// The document, in letters of this size.
pub(super) fn document(plan: &PlanToPrint, size: TextSize) -> Document {
    Document {
        printed: plan.printed,
        size,
        body: Body::Plan(words(plan)),
    }
}

fn w(words: &str) -> Words {
    Words::new(words)
}

fn words(print: &PlanToPrint) -> PlanPaper {
    let plan = &print.agreed.plan;
    let agreed = ("We agreed it".to_owned(), print.first_agreed);
    let meetings = std::iter::once(&agreed).chain(&print.meetings);
    PlanPaper {
        school: w(&print.school),
        contact: Contact {
            name: w(&print.contact.0),
            reach: w(&print.contact.1),
        },
        pupil: w(&print.pupil),
        form_and_year: Some(w(&print.class)),
        starts: plan.starts_on,
        ends: plan.ends_on,
        mentor: print.mentor.as_deref().map(w),
        aim: aim(print),
        weeks: print.weeks.iter().map(week).collect(),
        meetings: meetings
            .map(|(name, on)| Meeting {
                name: w(name),
                on: *on,
            })
            .collect(),
        strengths: plan.good_at.iter().map(|one| w(one.as_str())).collect(),
        targets: plan
            .open_targets()
            .map(|target| target_words(plan, target))
            .collect(),
        promises: promises(print),
        every_day: every_day(plan),
        how_we_check: vec![checks(print)],
        signatures: print.agreed.signing.iter().map(signature).collect(),
        reference: w(&print.reference.to_string()),
        version: plan.version.number(),
    }
}

/// "Twelve school weeks, to help Rowan do well at Kestrel Bridge School."
fn aim(print: &PlanToPrint) -> Option<Words> {
    let school_weeks = print
        .weeks
        .iter()
        .filter(|week| matches!(week, WeekToPrint::School(..)))
        .count();
    (school_weeks > 0).then(|| {
        w(&format!(
            "{} school weeks, to help {} do well at {}.",
            in_words(school_weeks),
            print.pupil,
            print.school
        ))
    })
}

fn in_words(count: usize) -> String {
    match count {
        6 => "Six".to_owned(),
        8 => "Eight".to_owned(),
        10 => "Ten".to_owned(),
        12 => "Twelve".to_owned(),
        16 => "Sixteen".to_owned(),
        other => other.to_string(),
    }
}

fn week(week: &WeekToPrint) -> Week {
    match week {
        WeekToPrint::School(number, from) => Week::School {
            number: *number,
            from: *from,
        },
        WeekToPrint::Holiday(name, from) => Week::Holiday {
            name: w(name),
            from: *from,
        },
    }
}

fn promises(print: &PlanToPrint) -> Vec<Promise> {
    let promise = |one: &Commitment| Promise {
        who: w(&promiser(print, one)),
        will_do: w(&capital(one.text.as_str())),
        how_often: Some(w(&capital(one.how_often.as_str()))),
    };
    print.agreed.plan.commitments.iter().map(promise).collect()
}

/// "Joel Petrie, mentor", or "All 7 teachers".
fn promiser(print: &PlanToPrint, promise: &Commitment) -> String {
    let mut lines = print.agreed.signing.iter();
    let line = lines.find(|line| line.person.person == promise.owner.person);
    match line.and_then(|line| line.note.as_ref()) {
        Some(note) if promise.carried_out_by.is_none() => format!("{}, {note}", promise.who()),
        _ => promise.who().to_owned(),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn target_words(plan: &Plan, target: &Target) -> paper::plan::Target {
    let with = |list: &[domain::id::TargetId]| list.contains(&target.id);
    let helpers = plan.helping(target.id).map(|one| Helper {
        who: w(one.who()),
        does: w(&format!("will {}", one.text)),
    });
    let reward = plan.rewards.iter().find(|one| with(&one.targets));
    let otherwise = plan.consequences.iter().find(|one| with(&one.targets));
    paper::plan::Target {
        name: w(target.short_name.as_str()),
        sentence: w(&target.sentence().to_string()),
        why: target.why.as_ref().map(|why| w(&format!("“{why}”"))),
        helpers: helpers.collect(),
        reward: reward.map(|one| w(&format!("{}, {}.", one.text, one.trigger.words()))),
        if_i_dont_try: otherwise.map(|one| {
            let (does, mends) = (one.text.as_str(), one.puts_right.as_str());
            let stop = |words: &str| words.trim_end_matches('.').to_owned();
            w(&format!("{}. {}.", stop(does), stop(mends)))
        }),
        ladder: ladder(target),
    }
}

/// The stairs from where the pupil was to the goal.
fn ladder(target: &Target) -> Ladder {
    let now = usize::from(target.step.number());
    let step = |(place, level): (usize, Level)| Step {
        label: w(&target.scale.label(level)),
        state: match place {
            0 => StepState::Base,
            place if place < now => StepState::Got,
            place if place == now => StepState::Now,
            _ => StepState::Next,
        },
    };
    let steps = target.ladder.steps().iter().map(|one| one.level);
    let levels = std::iter::once(target.baseline.level).chain(steps);
    Ladder {
        unit: unit(target.scale),
        steps: levels.enumerate().map(step).collect(),
    }
}

/// "lessons out of 5"; a share of a hundred says so on each stair.
fn unit(scale: Scale) -> Option<Words> {
    let unit = scale.unit.label().to_lowercase();
    match (scale.unit, scale.out_of) {
        (Unit::Percent, _) => None,
        (_, Some(most)) => Some(w(&format!("{unit} out of {most}"))),
        (_, None) => Some(w(&unit)),
    }
}

/// The strategy card, with where and to whom the pupil can go among its parts.
fn every_day(plan: &Plan) -> Vec<EveryDay> {
    let mut parts = Vec::new();
    let mut add = |name: &str, lines: Vec<Words>, order| {
        if !lines.is_empty() {
            let name = w(name);
            parts.push(EveryDay { name, lines, order });
        }
    };
    for part in DayPart::ALL {
        if *part == DayPart::ExitCard {
            let place = plan.safe_place.iter();
            add(
                "Where to go",
                place.map(|one| w(one.as_str())).collect(),
                Order::Any,
            );
            let adults: Vec<&str> = plan
                .named_adults
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            let adults = (!adults.is_empty()).then(|| w(&adults.join(", ")));
            add("Who to call", adults.into_iter().collect(), Order::Any);
        }
        let lines = plan.day_to_day.lines(*part).iter();
        let order = if *part == DayPart::CalmSteps {
            Order::Steps
        } else {
            Order::Any
        };
        add(
            part.label(),
            lines.map(|line| w(line.as_str())).collect(),
            order,
        );
    }
    parts
}

fn checks(print: &PlanToPrint) -> Passage {
    let (plan, pupil) = (&print.agreed.plan, &print.pupil);
    let mut said = Vec::new();
    if let Some(who) = &plan.monitoring {
        said.push(Run::Plain(w(&format!("{} ", who.sentence(pupil)))));
    }
    if let Some(home) = &plan.home_contact {
        let often = home.how_often.label().to_lowercase();
        let sentence = format!("{} is in touch with home {often}. ", home.by.name);
        said.push(Run::Plain(w(&sentence)));
    }
    let to_come = print.meetings.iter().filter(|(_, on)| *on >= print.printed);
    let to_come: Vec<_> = to_come.collect();
    for (place, (name, on)) in to_come.iter().enumerate() {
        let before = match place {
            0 => "We all meet on ",
            _ if place + 1 == to_come.len() => " and ",
            _ => ", ",
        };
        said.push(Run::Plain(w(before)));
        said.push(Run::Strong(w(&on.strftime("%-d %B").to_string())));
        said.push(Run::Plain(w(&format!(" ({})", name.to_lowercase()))));
    }
    let end = if to_come.is_empty() { "" } else { ". " };
    said.push(Run::Plain(w(&format!(
        "{end}Anyone can ask to meet sooner."
    ))));
    said
}

fn signature(line: &SigningLine) -> SignatureRow {
    let day = domain::clock::london_date;
    let part = line.note.clone();
    let role = part.unwrap_or_else(|| line.role.label().to_lowercase());
    let signing = match &line.answer {
        Some(Answer::Signed { method, at }) => match method {
            Method::Typed { name } | Method::Here { name, .. } => Signing::Signed {
                typed: w(name.as_str()),
                on: day(*at),
            },
            Method::Verbal { .. } => Signing::Signed {
                typed: w("Said yes, with a witness"),
                on: day(*at),
            },
            Method::Paper { .. } => Signing::Signed {
                typed: w("Signed on paper"),
                on: day(*at),
            },
        },
        Some(Answer::Refused { at, .. }) => Signing::Refused { on: day(*at) },
        Some(Answer::Unable { .. } | Answer::Absent { .. }) | None => Signing::ToSign,
    };
    SignatureRow {
        name: w(line.person.name.as_str()),
        role: (line.role != domain::account::CaseRole::Pupil).then(|| w(&role)),
        signing,
    }
}
