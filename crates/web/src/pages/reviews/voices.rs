//! What people said beforehand, as a review and an ending show it: each target
//! with what teachers say of it, each person's words, and who has not answered,
//! said kindly.

use app::look_back::{HomeVoice, Missing, PupilVoice, Reach, StaffVoice, Voices};
use askama::{Template, filters::HtmlSafe};
use domain::{
    id::TargetId,
    look_back::{Contact, Direction, LookBackDraft, Mark, Part},
};

use crate::{
    components::Markup,
    pages::look_back::closing::{self, Asked},
};

/// Whether the reader may write down what somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing<'a> {
    /// They may, under this programme's address.
    At(&'a str),
    /// They only read.
    No,
}

#[derive(Debug, Template)]
#[template(path = "pages/reviews/voices.html")]
struct People {
    all: Vec<Voice>,
    missing_words: String,
    missing: Vec<(String, Option<String>)>,
}

impl HtmlSafe for People {}

#[derive(Debug)]
struct Voice {
    who: String,
    note: String,
    lines: Vec<(String, String)>,
}

/// "Better with Miss Abara, science. The same with Mr Cole."
pub(super) fn of_target(voices: &Voices, target: TargetId) -> String {
    let Some(said) = voices.targets.get(&target) else {
        return String::new();
    };
    let with = |way: Direction| -> Option<String> {
        let who = said.iter().filter(|(one, _)| *one == way);
        let who: Vec<&str> = who.map(|(_, who)| who.as_str()).collect();
        (!who.is_empty()).then(|| format!("{} with {}.", way.label(), who.join("; ")))
    };
    let seen = [Direction::Better, Direction::Same, Direction::Worse];
    let each: Vec<String> = seen.into_iter().filter_map(with).collect();
    each.join(" ")
}

/// Everyone's words, the pupil first, and who has not answered.
pub(crate) fn part(voices: &Voices, pupil: &str, writing: Writing<'_>) -> Markup {
    let mut all = Vec::new();
    all.extend(voices.pupil.as_ref().map(|one| of_pupil(one, pupil)));
    all.extend(voices.home.iter().map(|one| of_home(one, pupil)));
    all.extend(voices.staff.iter().map(of_staff));
    if all.is_empty() && voices.missing.is_empty() {
        return Markup::default();
    }
    let writes = |one: &Missing| {
        let own = match one.reach {
            Reach::Account => "",
            Reach::ThroughStaff => " (no page of their own)",
        };
        match writing {
            Writing::At(base) => {
                let words = format!("Write down what {} says{own}", one.name);
                (words, Some(format!("{base}/look-back/{}", one.person)))
            }
            Writing::No => (one.name.clone(), None),
        }
    };
    Markup::of(People {
        all,
        missing_words: "These people have not answered yet. There is time until the meeting: a \
                        word in passing helps, and you can write it down for them."
            .to_owned(),
        missing: voices.missing.iter().map(writes).collect(),
    })
}

/// Lines with something in them.
fn lines(all: Vec<(&str, String)>) -> Vec<(String, String)> {
    let written = all.into_iter().filter(|(_, said)| !said.trim().is_empty());
    let line = |(asked, said): (&str, String)| (asked.to_owned(), said);
    written.map(line).collect()
}

fn quoted(said: &str) -> String {
    match said.trim() {
        "" => String::new(),
        said => format!("“{said}”"),
    }
}

fn of_pupil(one: &PupilVoice, pupil: &str) -> Voice {
    let said = &one.said;
    let mut found = lines(vec![
        ("", marked(said, one.part, one.start.as_deref())),
        ("Proud of:", quoted(&said.proud)),
        ("Still hard:", quoted(&said.hard)),
        ("Wants changed:", quoted(&said.change)),
        ("Helped most:", quoted(&said.who_helped)),
    ]);
    found.extend(closing::said(&said.closing, Asked::Of(pupil)));
    Voice {
        who: pupil.to_owned(),
        note: scribed(one.scribe.as_deref()),
        lines: found,
    }
}

fn of_home(one: &HomeVoice, pupil: &str) -> Voice {
    let said = &one.said;
    let enough = said.contact.parse().map_or("", Contact::label);
    let mut found = lines(vec![
        ("", marked(said, Part::Home, one.start.as_deref())),
        ("At home:", quoted(&said.at_home)),
        ("Hears enough from school:", enough.to_owned()),
        ("Would be better:", quoted(&said.contact_why)),
    ]);
    found.extend(closing::said(&said.closing, Asked::Of(pupil)));
    Voice {
        who: one.who.clone(),
        note: scribed(one.scribe.as_deref()),
        lines: found,
    }
}

fn of_staff(one: &StaffVoice) -> Voice {
    let said = &one.said;
    let mut found = lines(vec![
        ("An example:", quoted(&said.example)),
        ("What helped:", quoted(&said.helped)),
        ("What next:", quoted(&said.next)),
        ("", quoted(&said.comment)),
    ]);
    found.extend(closing::said(&said.closing, Asked::Staff));
    if found.is_empty() {
        let only = "Said what became of their promise, above.".to_owned();
        found.push((String::new(), only));
    }
    Voice {
        who: one.who.clone(),
        note: String::new(),
        lines: found,
    }
}

fn scribed(by: Option<&str>) -> String {
    by.map_or_else(String::new, |by| format!("written down by {by}"))
}

/// The mark beside the one of the start: two numbers, and nothing made of them.
fn marked(said: &LookBackDraft, part: Part, start: Option<&str>) -> String {
    let words = forms::Scale::Face5.words();
    let now = match said.mark(part) {
        Some(Mark::OutOfTen(mark)) => format!("{} of 10", mark.number()),
        Some(Mark::Face(face)) => {
            let word = words.get(usize::from(face).saturating_sub(1));
            word.copied().unwrap_or_default().to_owned()
        }
        Some(Mark::NotSaid) => return "Would rather not give a number.".to_owned(),
        None => return String::new(),
    };
    match start {
        Some(start) => format!("How school is going. At the start: {start}. Now: {now}."),
        None => format!("How school is going. Now: {now}."),
    }
}
