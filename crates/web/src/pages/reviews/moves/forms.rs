//! The form of each move: what it brings with it, what to fill in, and its button.

use app::reviews::moves_view::{MovesShown, Other};
use domain::programme::{PauseReason, TransferReason, WithdrawReason};

use super::which::Which;
use crate::{
    components::{Button, Markup, Radios, Select},
    form_state::FormState,
    pages::reviews::options,
    session::Visit,
    words,
};

/// A form.
pub(super) struct Form {
    pub(super) lead: String,
    pub(super) brings: Vec<String>,
    pub(super) body: Markup,
    pub(super) button: Button,
}

fn form_of(lead: impl Into<String>, brings: &[&str], body: Markup, button: Button) -> Form {
    Form {
        lead: lead.into(),
        brings: brings.iter().map(|line| (*line).to_owned()).collect(),
        body,
        button,
    }
}

/// The form of one move.
pub(super) fn form(which: Which, shown: &MovesShown, visit: &Visit, state: &FormState) -> Form {
    match which {
        Which::Concern => concern(shown, state),
        Which::Pause => pause(shown, visit, state),
        Which::Resume => resume(shown),
        Which::Final => bring_forward(shown, visit, state),
        Which::Extend => extend(shown, state),
        Which::Transfer => transfer(shown, state),
        Which::Withdraw => withdraw(state),
        Which::Correct => correct(shown, state),
    }
}

fn concern(shown: &MovesShown, state: &FormState) -> Form {
    let why = state
        .textarea("concern-why", "What in the plan is not working?")
        .strong()
        .hint("The plan and its help, not the pupil.");
    let lead = format!(
        "Any adult who runs {} programme can say that the plan is not working.",
        words::possessive(&shown.pupil)
    );
    let brings = [
        "The family is contacted within two school days, by phone first.",
        "An early review can be booked and held at once.",
        "The pupil and the family see “extra review asked for”.",
    ];
    form_of(
        lead,
        &brings,
        Markup::of(why),
        Button::send("Ask for an early review"),
    )
}

fn resume(shown: &MovesShown) -> Form {
    let lead = shown.expected.map_or_else(String::new, |on| {
        format!(
            "It was expected to go on from {}.",
            words::long_date_with_year(on)
        )
    });
    let brings = [
        "The clock runs from today. Days of the pause do not count.",
        "Reviews and the end that are still to come move; the page then says to when.",
    ];
    form_of(
        lead,
        &brings,
        Markup::default(),
        Button::send("Start again today"),
    )
}

fn reasons(state: &FormState, name: &str) -> Radios {
    state.radios(name, "Why?").strong().compact()
}

fn pause(shown: &MovesShown, visit: &Visit, state: &FormState) -> Form {
    let brings = [
        "The clock stops today. No reports are asked for and nothing falls due.",
        "The pupil stays on roll, and the plan stays as it is.",
    ];
    let expected = state
        .date_input("pause-expected", "When is it expected to go on?")
        .strong()
        .hint("A guess will do. Nothing happens by itself on that day.");
    let mut body = Markup::of(reasons(state, "pause-reason").options(options!(PauseReason)))
        .and(
            state
                .textarea("pause-why", "In a few words")
                .strong()
                .rows(3),
        )
        .and(expected);
    let me = visit.actor().identity().map(|me| me.account);
    let i_am_head = shown.heads.iter().any(|head| Some(head.account) == me);
    if !i_am_head {
        body = body.and(agrees(state, "Which head agrees?", &shown.heads));
    }
    let lead = "The coordinator and the head both agree to a pause.";
    form_of(lead, &brings, body, Button::send("Pause from today"))
}

fn agrees(state: &FormState, question: &str, others: &[Other]) -> Select {
    let list = others
        .iter()
        .map(|one| (one.account.to_string(), one.name.clone()));
    state
        .select("other", question.to_owned())
        .strong()
        .hint("Ask them first: they are written down as having agreed.")
        .option("", "Choose")
        .options(list)
}

fn bring_forward(shown: &MovesShown, visit: &Visit, state: &FormState) -> Form {
    let brings = [
        "The clock stops, and lesson reports with it.",
        "You write how it ended with everyone in the room, and propose the judgement to the head.",
    ];
    let today = visit.today();
    let (lead, body) = match shown.ends_on {
        Some(ends) if today < ends => {
            let why = state.textarea("final-why", "Why should it be early?");
            let day = words::long_date_with_year(ends);
            (
                format!("The planned end is {day}."),
                Markup::of(why.strong().rows(3)),
            )
        }
        _ => (
            "Today is the last day of the plan.".to_owned(),
            Markup::default(),
        ),
    };
    form_of(lead, &brings, body, Button::send("Begin the final meeting"))
}

fn extend(shown: &MovesShown, state: &FormState) -> Form {
    let most = words::figures(usize::from(shown.room), "week", "weeks");
    let brings = [
        "The plan runs again as it is, to a later end.",
        "It can be made longer once. After that it is judged.",
    ];
    let weeks = state
        .text_input("weeks", "How many weeks?")
        .strong()
        .number()
        .wide(2);
    let told = "When was the family told?";
    let body = Markup::of(weeks.hint(format!("Up to {most}.")))
        .and(
            state
                .textarea("extend-why", "Why will more time help?")
                .strong()
                .rows(3),
        )
        .and(
            state
                .date_input("extend-told", told)
                .strong()
                .hint("Ring before you write."),
        );
    form_of(
        "Instead of judging it now.",
        &brings,
        body,
        Button::send("Make it longer"),
    )
}

fn transfer(shown: &MovesShown, state: &FormState) -> Form {
    let brings = [
        "The programme closes, and its record is handed to the new school.",
        "For home education, the head and the safeguarding lead are told at once.",
        "An exclusion does not end a programme: pause it until it is decided.",
    ];
    let to = state.text_input("transfer-to", "Where to?").strong();
    let body = Markup::of(reasons(state, "transfer-reason").options(options!(TransferReason)))
        .and(to.hint("The school or provision. Not needed for home education or “Not known”."));
    let lead = format!("Only when {} leaves this school’s roll.", shown.pupil);
    form_of(
        lead,
        &brings,
        body,
        Button::send("Close: the pupil is leaving").warning(),
    )
}

fn withdraw(state: &FormState) -> Form {
    let brings = [
        "The programme closes without a judgement. Everything stays to be read.",
        "The family and everyone who helped are told and thanked.",
        "You decide whether a behaviour plan that it replaced comes back.",
    ];
    let why = state
        .textarea("withdraw-why", "In a few words")
        .strong()
        .rows(3);
    let body = Markup::of(reasons(state, "withdraw-reason").options(options!(WithdrawReason)));
    form_of(
        "",
        &brings,
        body.and(why),
        Button::send("Stop the programme").warning(),
    )
}

fn correct(shown: &MovesShown, state: &FormState) -> Form {
    let stages = shown
        .back_to
        .iter()
        .map(|stage| (stage.code(), stage.label()));
    let brings = [
        "The programme goes back to the stage you choose. Nothing is deleted: history keeps the \
         wrong move and this one.",
        "What was on the list to do because of the wrong move is taken off it.",
    ];
    let to = state
        .radios("correct-to", "Back to which stage?")
        .strong()
        .compact();
    let ask = "Which administrator agrees?";
    let body = Markup::of(to.options(stages))
        .and(
            state
                .textarea("correct-why", "What was wrong?")
                .strong()
                .rows(3),
        )
        .and(agrees(state, ask, &shown.administrators));
    let nobody = if shown.administrators.is_empty() {
        " Nobody is an administrator yet: give someone that role under Settings, People."
    } else {
        ""
    };
    let lead = format!(
        "The programme is at “{}”. The head and an administrator agree to a correction.{nobody}",
        shown.stage.label()
    );
    form_of(lead, &brings, body, Button::send("Take it back"))
}
