//! From what was typed to the domain's referral: who, plans, people, dates.

use domain::{
    id::StaffId,
    referral::{
        DayPart, EarlyHelp, ExistingPlan, FamilyAware, OtherPlan, ReferralField, ReferralProblem,
        Screen, Screened, Urgency,
    },
    text::{Line, Prose},
};
use jiff::civil::Date;

use super::{Draft, Problem, Step, Suggested, Written, answers::Answers};

impl Draft {
    /// What it means, with what cannot be read.
    pub fn read(&self) -> Written {
        let mut written = Written::default();
        self.read_who(&mut written);
        self.read_why(&mut written);
        self.read_plans(&mut written);
        self.read_people(&mut written);
        self.read_dates(&mut written);
        written
    }

    /// Everything to sort out before it can be handed in on a day, in the
    /// order of the steps.
    pub fn problems(&self, today: Date) -> Vec<Problem> {
        let written = self.read();
        let mut found = written.problems;
        for problem in written.referral.problems(today) {
            let (step, field) = place(problem);
            // What cannot be read is said once, not also as missing.
            let start = field.trim_end_matches("1-what");
            let said = found
                .iter()
                .any(|one| one.step == step && one.field.starts_with(start));
            if !said && !is_said_in_reading(problem) {
                found.push(Problem {
                    step,
                    field: field.to_owned(),
                    words: problem.words(),
                });
            }
        }
        // In the order of the page, which begins with strengths.
        found.sort_by_key(|problem| (problem.step, problem.field != "strengths"));
        found
    }

    fn read_who(&self, written: &mut Written) {
        let saved = self.step(Step::Who);
        let mut answers = Answers::new(Step::Who, &saved.fields, written);
        let strengths = answers.prose("strengths", "what they are good at");
        let best = answers.set::<DayPart, _>("best");
        let sen = answers.one::<Screen>("sen");
        let on = answers.date("sen-on", "the special needs screen");
        let language = answers.one("language");
        let early_help = answers.one::<EarlyHelp>("early_help");
        let referral = &mut written.referral;
        referral.strengths = strengths;
        referral.best = best;
        referral.sen_screen = sen.map(|screen| Screened { screen, on });
        referral.language_screen = language;
        referral.early_help = early_help;
    }

    fn read_plans(&self, written: &mut Written) {
        let saved = self.step(Step::OtherPlans);
        let mut answers = Answers::new(Step::OtherPlans, &saved.fields, written);
        let ticked: Vec<OtherPlan> = answers.many("plans");
        let none = saved.fields.all("plans").any(|code| code == "none");
        if none && !ticked.is_empty() {
            answers.problem("plans", "Choose plans, or choose none, not both");
        }
        let mut plans = Vec::new();
        for plan in &ticked {
            let code = plan.code();
            plans.push(ExistingPlan {
                plan: *plan,
                lead: answers.line(&format!("plan-{code}-lead"), "who leads it"),
                next_review: answers.date(&format!("plan-{code}-next"), "the next review"),
            });
        }
        let keep: Option<Prose<800>> = answers.prose("keep", "what is worth keeping");
        written.referral.plans = (none == ticked.is_empty()).then_some(plans);
        written.keep = keep.filter(|_| ticked.contains(&OtherPlan::Behaviour));
    }

    fn read_people(&self, written: &mut Written) {
        let saved = self.step(Step::People);
        let one = |name: &str| saved.fields.value(name).parse::<StaffId>().ok();
        let teachers = saved.fields.all("teachers");
        written.suggested = Suggested {
            coordinator: one("coordinator"),
            key_worker: one("key_worker"),
            class_teacher: one("class_teacher"),
            teachers: teachers.filter_map(|id| id.parse().ok()).collect(),
        };
    }

    fn read_dates(&self, written: &mut Written) {
        let saved = self.step(Step::Dates);
        let mut answers = Answers::new(Step::Dates, &saved.fields, written);
        let on = answers.date("on", "the referral");
        let urgency = answers.one::<Urgency>("urgency");
        let told = answers.date("family-on", "when the family was told");
        let how = saved.fields.value("family");
        if matches!(how, "phone" | "person") && told.is_none() {
            answers.missing("family-on", "Enter the day the family was told");
        }
        let family = match (how, told) {
            ("phone", Some(on)) => Some(FamilyAware::ByPhone { on }),
            ("person", Some(on)) => Some(FamilyAware::InPerson { on }),
            ("not_yet", _) => Some(FamilyAware::NotYet),
            _ => None,
        };
        let pupil = answers.date("pupil-on", "when the pupil was told");
        let referral = &mut written.referral;
        referral.on = on;
        referral.urgency = urgency;
        referral.family = family;
        referral.pupil_told = pupil;
    }
}

/// Reading the fields says these itself, each at its own row.
const fn is_said_in_reading(problem: ReferralProblem) -> bool {
    matches!(
        problem,
        ReferralProblem::NoEvidence(_) | ReferralProblem::TriedBackwards { .. }
    )
}

/// A line of people's names, short.
pub(super) type Who = Line<80>;

/// Where a problem of the domain is sorted out.
const fn place(problem: ReferralProblem) -> (Step, &'static str) {
    match problem.field() {
        ReferralField::Strengths => (Step::Who, "strengths"),
        ReferralField::Best => (Step::Who, "best"),
        ReferralField::SenScreen if matches!(problem, ReferralProblem::NoSenScreenDate) => {
            (Step::Who, "sen-on")
        }
        ReferralField::SenScreen => (Step::Who, "sen"),
        ReferralField::LanguageScreen => (Step::Who, "language"),
        ReferralField::EarlyHelp => (Step::Who, "early_help"),
        ReferralField::Triggers => (Step::Why, "triggers"),
        ReferralField::Concerns => (Step::Why, "concern-1"),
        ReferralField::Tried => (Step::Why, "tried-1-what"),
        ReferralField::Plans => (Step::OtherPlans, "plans"),
        ReferralField::Date => (Step::Dates, "on"),
        ReferralField::Urgency => (Step::Dates, "urgency"),
        ReferralField::Family => (Step::Dates, "family"),
    }
}
