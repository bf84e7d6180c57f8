//! Everyone Amina supports.

use web::charts::{Caption, Reached, Sparkline, StepsReached};
use web::components::{Phrase, Tag, WeekBar};
use web::pages::today::{Caseload, CaseloadPlace, CaseloadRow, NextWhen};

/// Before the plan, then each week; below nought is a week of too few reports.
type Weeks<'a> = (i8, &'a [i8]);

fn pupil(
    name: &str,
    form: &str,
    place: CaseloadPlace,
    contact: impl Into<Phrase>,
    next: (&str, NextWhen),
) -> CaseloadRow {
    CaseloadRow {
        name: name.to_owned(),
        href: "/programmes/x".to_owned(),
        form: form.to_owned(),
        place,
        by_week: Vec::new(),
        no_weeks: "Plan not started",
        steps: None,
        reports: None,
        reports_tag: None,
        contact: contact.into(),
        next: next.0.to_owned(),
        next_when: next.1,
    }
}

fn with_plan(
    mut row: CaseloadRow,
    targets: &[Weeks<'_>],
    steps: &[Reached],
    reports: &str,
) -> CaseloadRow {
    let spark = |(place, (before, weeks)): (usize, &Weeks<'_>)| {
        let caption = Caption::new(
            format!("{}-{place}", row.name.replace(' ', "-")),
            format!("{}, target {}", row.name, place + 1),
        );
        let weeks = weeks
            .iter()
            .map(|share| (*share >= 0).then(|| f64::from(*share)))
            .collect();
        Sparkline::new(caption, Some(f64::from(*before)), weeks).draw()
    };
    row.by_week = targets.iter().enumerate().map(spark).collect();
    let none = StepsReached::new(format!("{}-steps", row.name.replace(' ', "-")));
    row.steps = Some(
        steps
            .iter()
            .fold(none, |all, reached| all.target(*reached, 3)),
    );
    row.reports = Some(reports.to_owned());
    row
}

fn week(number: usize) -> CaseloadPlace {
    CaseloadPlace::Week {
        words: format!("Week {number} of 12"),
        bar: WeekBar::new(number, 12),
    }
}

fn phase(name: &str, fact: &str) -> CaseloadPlace {
    CaseloadPlace::Phase {
        name: name.to_owned(),
        fact: fact.to_owned(),
    }
}

fn on(words: &str) -> NextWhen {
    NextWhen::On(words.to_owned())
}

/// Everyone, soonest meeting first.
pub fn all() -> Caseload {
    let callum = pupil(
        "Callum Vane",
        "9F",
        week(12),
        "Friday",
        ("Final meeting", on("Thu 12 Nov")),
    );
    let idris = pupil(
        "Idris Calder",
        "10P",
        week(9),
        "Thursday",
        ("8-week notes", NextWhen::Late("1 day late".to_owned())),
    );
    let rowan = pupil(
        "Rowan Tidewell",
        "8K",
        week(6),
        "Friday",
        ("8-week review", on("Thu 26 Nov")),
    );
    let sami = pupil(
        "Sami Haddad",
        "4B",
        week(5),
        Phrase::bold("7 school days ago"),
        ("8-week review", on("Wed 2 Dec")),
    );
    let joss = pupil(
        "Joss Kettering",
        "5L",
        week(2),
        "Today",
        ("4-week review", on("Thu 26 Nov")),
    );
    let mut sami = with_plan(
        sami,
        &[(40, &[48, 44, 52, -1]), (44, &[52, 52, 60, -1])],
        &[Reached::OnStep(1), Reached::OnStep(2)],
        "13 of 21",
    );
    sami.reports_tag = Some(Tag::wants_attention("Low"));
    let rows = vec![
        pupil(
            "Elsie Marrow",
            "7T",
            phase("Assess", "9 of 11 answers in"),
            "Yesterday",
            ("Initial meeting", on("Thu 12 Nov")),
        ),
        with_plan(
            callum,
            &[
                (40, &[44, 48, 52, 60, 56, 64, 68, 72, 76, 80, 84]),
                (20, &[24, 28, 24, 36, 40, 36, 44, 48, 52, 56, 60]),
                (60, &[56, 64, 60, 60, 68, 64, 60, 72, 68, 76, 72]),
            ],
            &[Reached::Goal, Reached::OnStep(3), Reached::OnStep(3)],
            "53 of 56",
        ),
        pupil(
            "Maya Penhallow",
            "2S",
            phase("Assess", "3 of 8 answers in"),
            "Yesterday",
            ("Initial meeting", on("Tue 17 Nov")),
        ),
        with_plan(
            idris,
            &[
                (28, &[32, 36, -1, 48, 44, 52, 56, 60]),
                (24, &[28, 36, -1, 40, 44, 40, 52, 48]),
                (36, &[32, 40, -1, 44, 36, 40, 44, 36]),
            ],
            &[Reached::OnStep(2), Reached::OnStep(2), Reached::OnStep(1)],
            "38 of 41",
        ),
        with_plan(
            rowan,
            &[
                (30, &[40, 50, 60, 64, 64]),
                (40, &[52, 55, 68, 72, 76]),
                (40, &[40, 50, 52, 52, 48]),
            ],
            &[Reached::OnStep(2), Reached::OnStep(2), Reached::OnStep(1)],
            "25 of 26",
        ),
        sami,
        with_plan(
            joss,
            &[(36, &[44]), (44, &[48])],
            &[Reached::OnStep(1), Reached::OnStep(1)],
            "6 of 6",
        ),
        pupil(
            "Theo Bramwell",
            "9F",
            phase("Starting", "Step 3 of 6"),
            Phrase::default().quiet("Not yet told"),
            ("Finish starting", on("By Friday")),
        ),
    ];
    Caseload {
        heading: "Your caseload",
        sentence: "8 programmes, soonest meeting first.".to_owned(),
        print: Some("/programmes/print".to_owned()),
        rows,
    }
}
