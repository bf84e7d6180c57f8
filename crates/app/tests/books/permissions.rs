//! `docs/permissions.md`: who may do what, and who may read what.

use app::{
    action::Action,
    policy::{Own, Place, Rule, rule},
};
use domain::{
    account::{CaseRole, SchoolRole},
    programme::StageName,
};
use forms::{Catalogue, Role};

use crate::{holds, opening, table};

const PLACES: [(Place, &str, &str); 5] = [
    (
        Place::Outside,
        "Before signing in",
        "By anyone who has not signed in.",
    ),
    (
        Place::OwnAccount,
        "One’s own account",
        "By everyone who has signed in, for themselves.",
    ),
    (
        Place::School,
        "The school",
        "By what one is in the whole school. Everybody else is told who can.",
    ),
    (
        Place::Programme,
        "One programme",
        "By what one is in the school or in this programme. To whoever may not see the programme it is not there.",
    ),
    (
        Place::Clock,
        "The clock",
        "By the program itself, when the date makes it due.",
    ),
];

fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn stages(rule: &Rule) -> String {
    if rule.stages.is_empty() {
        return "any".into();
    }
    list(rule.stages.iter().map(|stage| stage.label()))
}

fn own(rule: &Rule) -> &'static str {
    match rule.own {
        Own::Mine => "yes",
        Own::Others => "",
    }
}

fn actions_at(place: Place) -> String {
    let at: Vec<(Action, Rule)> = Action::ALL
        .iter()
        .map(|action| (*action, rule(*action)))
        .filter(|(_, rule)| rule.place == place)
        .collect();
    let code = |action: Action| format!("`{}`", action.code());
    let label = |action: Action| action.label().to_owned();
    match place {
        Place::Programme => table(
            &[
                "Action",
                "Code",
                "In the school",
                "In the programme",
                "Its writer",
                "Stages",
            ],
            at.iter().map(|(action, rule)| {
                vec![
                    label(*action),
                    code(*action),
                    list(rule.school.iter().map(SchoolRole::label)),
                    list(rule.case.iter().map(CaseRole::label)),
                    own(rule).to_owned(),
                    stages(rule),
                ]
            }),
        ),
        Place::School => table(
            &["Action", "Code", "In the school"],
            at.iter().map(|(action, rule)| {
                vec![
                    label(*action),
                    code(*action),
                    list(rule.school.iter().map(SchoolRole::label)),
                ]
            }),
        ),
        Place::Outside | Place::OwnAccount | Place::Clock => table(
            &["Action", "Code"],
            at.iter()
                .map(|(action, _)| vec![label(*action), code(*action)]),
        ),
    }
}

/// One line for a role in the programme: what it opens at each stage.
fn case_row(role: CaseRole) -> Vec<String> {
    let may = Action::ALL
        .iter()
        .filter(|action| rule(**action).case.has(role))
        .map(|action| action.label());
    vec![role.label().to_owned(), list(may)]
}

fn school_row(role: SchoolRole) -> Vec<String> {
    let at = |place: Place| {
        list(
            Action::ALL
                .iter()
                .filter(|action| rule(**action).place == place && rule(**action).school.has(role))
                .map(|action| action.label()),
        )
    };
    vec![
        role.label().to_owned(),
        at(Place::School),
        at(Place::Programme),
    ]
}

/// How many programme actions are open at each stage to each role in it.
fn stage_row(stage: StageName) -> Vec<String> {
    let hidden = |role: CaseRole| {
        let family = matches!(role, CaseRole::Parent | CaseRole::Carer | CaseRole::Pupil);
        family && !stage.is_family_visible()
    };
    let count = |role: CaseRole| {
        if hidden(role) {
            return String::new();
        }
        Action::ALL
            .iter()
            .map(|action| rule(*action))
            .filter(|rule| rule.place == Place::Programme && rule.case.has(role))
            .filter(|rule| rule.stages.is_empty() || rule.stages.contains(&stage))
            .count()
            .to_string()
    };
    let mut row = vec![stage.label().to_owned()];
    row.extend(CaseRole::ALL.iter().map(|role| count(*role)));
    row
}

const GROUPS: [(&str, &[Role]); 3] = [
    (
        "School staff",
        &[
            Role::Head,
            Role::Coordinator,
            Role::KeyWorker,
            Role::Senco,
            Role::SafeguardingLead,
            Role::DesignatedTeacher,
            Role::ClassTeacher,
            Role::Staff,
            Role::HeadOfYear,
            Role::Attendance,
            Role::Mentor,
            Role::Office,
        ],
    ),
    (
        "Family, pupil and people from outside",
        &[
            Role::Parent,
            Role::Carer,
            Role::Pupil,
            Role::Agency,
            Role::Outreach,
            Role::SocialWorker,
            Role::VirtualSchool,
            Role::Authority,
        ],
    ),
    (
        "Everybody else",
        &[
            Role::Clerk,
            Role::DataProtection,
            Role::Administrator,
            Role::Reporting,
            Role::Peer,
        ],
    ),
];

fn reading(roles: &[Role]) -> String {
    let catalogue = Catalogue::shipped().expect("the shipped forms are sound");
    let mut head = vec!["Document", "What it is", "Band"];
    head.extend(roles.iter().map(|role| role.label()));
    let rows = catalogue.reading().into_iter().map(|line| {
        let version = line
            .form
            .map(|(code, version)| format!(" (`{code}` {version})"))
            .unwrap_or_default();
        let mut row = vec![
            line.document.to_owned(),
            format!("{}{version}", line.title),
            line.band.label().to_owned(),
        ];
        row.extend(roles.iter().map(|role| line.rights.cell(*role)));
        row
    });
    table(&head, rows)
}

#[test]
fn every_role_stands_in_the_reading_matrix_once() {
    let mut printed: Vec<Role> = GROUPS
        .iter()
        .flat_map(|(_, roles)| roles.iter().copied())
        .collect();
    printed.sort_unstable();
    assert_eq!(printed, Role::ALL);
}

#[test]
fn the_book_of_permissions_is_what_the_policy_says() {
    let about = "Who may do what, from the one table in `crates/app/src/policy.rs`; who may read what, from the \
                 documents\nthemselves in `forms/`. What the tables cannot show:\n\n\
                 - Another school’s programme is not there, for anybody.\n\
                 - A draft is its writer’s alone until it is handed in.\n\
                 - Family and pupil see a programme from Gathering information on; nothing before, and nothing if it \
                 was declined.\n\
                 - The head, the safeguarding lead and the SENCO see every programme once it is handed in. A \
                 coordinator sees\n  what is handed in and not yet decided, and then their own. The office sees what \
                 the family sees is there.\n\
                 - A member of staff who is family of the pupil is only family there.\n\
                 - “Its writer” is whoever wrote it, or was asked for it.";
    let mut book = opening("Permissions", about);
    for (place, title, words) in PLACES {
        book.extend([format!("\n## {title}\n\n{words}\n\n{}", actions_at(place))]);
    }
    book += "\n## Role by role in the school\n\n";
    book += &table(
        &["Role", "In the school", "In any programme they see"],
        SchoolRole::ALL.iter().map(|role| school_row(*role)),
    );
    book += "\n## Role by role in the programme\n\n";
    book += &table(
        &["Role", "May, at the stages above"],
        CaseRole::ALL.iter().map(|role| case_row(*role)),
    );
    book += "\n## How many actions are open, stage by stage\n\nA number that jumps is worth a look.\n\n";
    let mut head = vec!["Stage"];
    head.extend(CaseRole::ALL.iter().map(|role| role.label()));
    book += &table(&head, StageName::ALL.iter().map(|stage| stage_row(*stage)));
    book += "\n## Reading\n\nC fills it in, E changes it, R reads all of it, P reads part of it or on a condition, S signs it. \
             Empty is\nnothing, and that it is there is not shown.\n";
    for (title, roles) in GROUPS {
        book.extend([format!("\n### {title}\n\n{}", reading(roles))]);
    }
    holds("permissions.md", &book);
}
