//! The first meeting, three targets and seven promises, and everyone's answer.

use app::{
    Refusal,
    meetings::record::{Progress, RecordMeeting},
    plans::{
        agree::AgreePlan,
        amend::AmendPlan,
        edit::EditPlan,
        sign::{After, AnswerGiven, RecordSignature, Sign},
        view::{PlanView, ViewPlan},
    },
};
use domain::{
    id::{MeetingId, TargetId},
    meeting::{MinutesDraft, SaidDraft},
    plan::{Arrangements, PlanEdit, PlanHash, PlanVersion},
    target::BaselineDraft,
};
use jiff::civil::Date;
use testkit::sheets;

use super::{Story, cast::*};

/// What each adult promises, and for how many of the targets.
const PROMISES: [(u128, &str); 6] = [
    (JOEL, "meet Rowan at the gate"),
    (ABARA, "keep the seat by the door"),
    (OKONJO, "give the starter on paper"),
    (AMINA, "ring home on Fridays"),
    (DANA, "pack the bag the night before"),
    (KIT, "ask about science on Sundays"),
];

const TARGETS: [&str; 3] = [
    "in my seat with my book open",
    "ask for help with my card",
    "talk to others kindly",
];

impl Story {
    pub fn minutes(&self, came: &[(u128, &str)]) -> MinutesDraft {
        let came = came
            .iter()
            .filter(|(who, _)| self.has(*who))
            .map(|(who, how)| (self.written(*who), (*how).to_owned()));
        let views = [("pupil", "I want to stay in art."), ("home", "He tries.")];
        MinutesDraft {
            began: "2pm".into(),
            ended: "3pm".into(),
            came: came.collect(),
            pupil_mode: "part".into(),
            pupil_detail: "The first half hour".into(),
            strengths: vec![SaidDraft {
                by: self.written(if self.has(DANA) { DANA } else { JOEL }),
                words: "Fixing things.".into(),
            }],
            views: views.map(|(of, words)| (of.into(), words.into())).into(),
            conclusion: "Science after lunch starts most of it.".into(),
            contact: "Mrs Farrow rings on Fridays.".into(),
            ..MinutesDraft::default()
        }
    }

    pub fn record(&self, meeting: MeetingId, typed: MinutesDraft) -> Result<(), Refusal> {
        let record = RecordMeeting {
            reference: self.reference(),
            meeting,
            revision: 1,
            typed,
            progress: Progress::Finished,
        };
        self.execute(AMINA, record)
    }

    pub fn edit(&self, who: u128, edit: PlanEdit) -> Result<(), Refusal> {
        let reference = self.reference();
        self.execute(who, EditPlan { reference, edit })
    }

    pub fn plan(&self, who: u128) -> PlanView {
        let reference = self.reference();
        self.fetch(who, ViewPlan { reference }).unwrap()
    }

    /// A target as typed: 8 of 25 lessons before, three steps.
    pub fn target(&self, id: TargetId, seen: Option<u32>, statement: &str) -> PlanEdit {
        let baseline = BaselineDraft {
            level: "1.6".into(),
            from: "2026-09-14".into(),
            to: "2026-09-18".into(),
            recorded_days: "5".into(),
            ..sheets::before_half_term()
        };
        let mut edit = sheets::target(id, statement, baseline, self.written(JOEL));
        if let PlanEdit::Target { seen: known, .. } = &mut edit {
            *known = seen;
        }
        edit
    }

    pub fn promise(&self, owner: u128, text: &str, targets: &[TargetId]) -> PlanEdit {
        let sheet = self.app.new_sheet().unwrap();
        sheets::promise(sheet, self.written(owner), text, targets)
    }

    /// Three targets and seven promises.
    pub fn write_plan(&self) -> Vec<TargetId> {
        self.write_plan_with(|_| ())
    }

    /// The same, with other arrangements.
    pub fn write_plan_with(&self, change: impl FnOnce(&mut Arrangements)) -> Vec<TargetId> {
        let targets: Vec<TargetId> = TARGETS
            .iter()
            .map(|statement| {
                let id = self.app.new_sheet().unwrap();
                self.edit(AMINA, self.target(id, None, statement)).unwrap();
                id
            })
            .collect();
        for (who, text) in PROMISES.into_iter().filter(|(who, _)| self.has(*who)) {
            self.edit(AMINA, self.promise(who, text, &targets)).unwrap();
        }
        if self.has(ROWAN) {
            let own = self.promise(ROWAN, "show my card before I go", &targets);
            self.edit(AMINA, own).unwrap();
        }
        let mut whole = sheets::arrangements(self.written(JOEL), self.written(AMINA));
        if let PlanEdit::Arrangements(sheet) = &mut whole {
            change(sheet);
        }
        self.edit(AMINA, whole).unwrap();
        targets
    }

    /// A gentler first step for a target of the plan in force.
    pub fn make_smaller(&self, target: TargetId) -> Result<(), Refusal> {
        let typed = self.plan(AMINA).draft.unwrap().typed;
        let sheet = typed
            .targets
            .iter()
            .find(|sheet| sheet.id == target)
            .unwrap();
        let mut edit = self.target(target, Some(sheet.saved), &sheet.draft.statement);
        if let PlanEdit::Target { draft, .. } = &mut edit {
            draft.steps[0].level = "1.8".into();
        }
        self.edit(AMINA, edit)
    }

    pub fn agree(&self, starts: Date) -> Result<PlanVersion, Refusal> {
        let seen = self.plan(AMINA).draft.unwrap().seen;
        let agree = AgreePlan {
            reference: self.reference(),
            starts,
            seen,
        };
        self.execute(AMINA, agree)
    }

    pub fn amend(&self, why: &str) -> Result<PlanVersion, Refusal> {
        let amend = AmendPlan {
            reference: self.reference(),
            why: why.into(),
            family_told: self.app.clock().today().to_string(),
            seen: self.plan(AMINA).draft.unwrap().seen,
        };
        self.execute(AMINA, amend)
    }

    pub fn shown(&self) -> (PlanVersion, PlanHash) {
        let agreed = self.plan(AMINA).agreed.unwrap().into_inner();
        (agreed.plan.version, agreed.hash)
    }

    pub fn sign(&self, who: u128) -> Result<After, Refusal> {
        let sign = Sign {
            reference: self.reference(),
            shown: self.shown(),
            name: name_of(who),
        };
        self.execute(who, sign)
    }

    pub fn answer(&self, who: u128, answer: AnswerGiven) -> Result<After, Refusal> {
        let record = RecordSignature {
            reference: self.reference(),
            shown: self.shown(),
            person: self.person(who),
            answer,
        };
        self.execute(AMINA, record)
    }
}
