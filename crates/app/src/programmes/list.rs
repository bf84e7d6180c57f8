//! The list of programmes: each person sees those the policy lets them see.

use std::collections::BTreeMap;

use domain::{
    account::{CaseRoles, SchoolRole, SchoolRoles},
    coded,
    id::{ProgrammeId, StaffId},
    meeting::MeetingKind,
    programme::{ProgrammeRef, StageName, Task},
    pupil::YearGroup,
};
use jiff::civil::Date;
use store::{Tx, people, programmes, programmes::Line};

mod around;

use self::around::{Around, booked};
use super::save_referral::staff_lines;
use crate::{
    Identity, Query, Refusal,
    action::Action,
    gate::Viewing,
    policy::{self, Facts, Own},
    subject::{School, after_leaving},
};

coded! {
    /// Where programmes are, in the words of the list's filter.
    pub enum Phase {
        /// Being written or decided on.
        Starting => "starting", "Starting";
        /// Collecting answers and reports.
        Assess => "assess", "Assess";
        /// Meeting, agreeing, signing.
        Plan => "plan", "Plan";
        /// Running, or standing still.
        Do => "do", "Do";
        /// The final review.
        Review => "review", "Review";
        /// Lighter support, or choosing what next.
        After => "after", "Afterwards";
        /// Over.
        Over => "over", "Closed";
    }
}

impl Phase {
    /// The phase a stage belongs to.
    pub const fn of(stage: StageName) -> Self {
        match stage {
            StageName::Draft | StageName::Referred => Self::Starting,
            StageName::Gathering => Self::Assess,
            StageName::MeetingSet | StageName::Agreed => Self::Plan,
            StageName::Active | StageName::Paused => Self::Do,
            StageName::FinalDue => Self::Review,
            StageName::Aftercare | StageName::Escalation => Self::After,
            StageName::Declined
            | StageName::ClosedSuccess
            | StageName::ClosedUnsuccessful
            | StageName::ClosedTransferred
            | StageName::ClosedWithdrawn
            | StageName::Archived => Self::Over,
        }
    }
}

/// Programmes to list. Without a phase, those that are over are left out.
#[derive(Debug, Clone, Default)]
pub struct ListProgrammes {
    /// In this phase.
    pub phase: Option<Phase>,
    /// With something late.
    pub late: Which,
    /// Of pupils in this year.
    pub year: Option<YearGroup>,
    /// That I run, wrote or am key worker of.
    pub mine: Which,
    /// Name, class or reference.
    pub looked_for: String,
}

/// All, or only some.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Only those.
    Only,
}

/// One programme on the list.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its reference.
    pub reference: ProgrammeRef,
    /// The pupil's name.
    pub name: String,
    /// Their class or year.
    pub class: String,
    /// Their year.
    pub year: YearGroup,
    /// Where it is.
    pub stage: StageName,
    /// Who runs it; who is writing it while it is a draft.
    pub who: String,
    /// Which week of how many it is in, while the plan runs.
    pub week: Option<(u8, u8)>,
    /// What is to be done next, and by when.
    pub next: Option<(Task, Date)>,
    /// The next meeting: when it is booked for, or due.
    pub meeting: Option<(MeetingKind, Date)>,
}

/// What the list shows.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The programmes asked for.
    pub items: Vec<Item>,
    /// How many there are before any filter.
    pub of: usize,
    /// Years to choose from.
    pub years: Vec<YearGroup>,
    /// Today.
    pub today: Date,
}

impl Query for ListProgrammes {
    const ACTION: Action = Action::ListProgrammes;
    type On = School;
    type Output = Listing;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Listing, Refusal> {
        let (school, today, me) = (school.0.id, cx.today(), cx.person()?.clone());
        let lines = visible(cx.tx(), &me, today)?;
        let staff: BTreeMap<StaffId, String> =
            staff_lines(cx.tx(), school, today)?.into_iter().collect();
        let mut tasks: BTreeMap<ProgrammeId, (Task, Date)> = BTreeMap::new();
        for row in programmes::open_tasks(cx.tx(), school, Date::MAX)? {
            tasks.entry(row.programme).or_insert((row.task, row.due));
        }
        let mut years: Vec<YearGroup> = lines.iter().map(|line| line.year).collect();
        years.sort_unstable();
        years.dedup();
        let of = lines.len();
        let wanted = lines.into_iter().filter(|line| {
            let late = tasks
                .get(&line.programme.id)
                .is_some_and(|(_, due)| *due < today);
            self.wants(line, &me, if late { Which::Only } else { Which::All })
        });
        let around = Around {
            staff,
            calendar: store::schools::calendar(cx.tx(), school)?,
            meetings: booked(cx.tx(), school, today)?,
            today,
        };
        let items = wanted.map(|line| around.item(line, &tasks)).collect();
        Ok(Listing {
            items,
            of,
            years,
            today,
        })
    }
}

impl ListProgrammes {
    fn wants(&self, line: &Line, me: &Identity, late: Which) -> bool {
        let phase = Phase::of(line.programme.stage.name());
        let in_phase = match self.phase {
            Some(wanted) => phase == wanted,
            None => phase != Phase::Over || !self.looked_for.trim().is_empty(),
        };
        let team = line.programme.team;
        let mine = line.programme.author == me.staff()
            || team.is_some_and(|team| {
                team.coordinator == me.staff() || team.key_worker == Some(me.staff())
            });
        in_phase
            && (self.late == Which::All || late == Which::Only)
            && self.year.is_none_or(|year| year == line.year)
            && (self.mine == Which::All || mine)
            && self.matches(line)
    }

    fn matches(&self, line: &Line) -> bool {
        let held = format!(
            "{} {} {} {}",
            line.name.full(),
            line.name.legal(),
            line.class,
            line.programme.reference
        )
        .to_lowercase();
        let looked_for = self.looked_for.to_lowercase();
        let reference = self.looked_for.parse::<ProgrammeRef>();
        reference.is_ok_and(|one| one == line.programme.reference)
            || looked_for
                .split_whitespace()
                .all(|word| held.contains(word))
    }
}

/// School-wide roles that may see programmes they take no part in.
const WIDE: SchoolRoles = SchoolRoles::of(&[
    SchoolRole::Head,
    SchoolRole::Dsl,
    SchoolRole::Senco,
    SchoolRole::Coordinator,
    SchoolRole::Office,
]);

/// The programmes somebody may know of, by the policy and by nothing else.
pub(super) fn visible(tx: &mut Tx<'_>, me: &Identity, today: Date) -> Result<Vec<Line>, Refusal> {
    let mut lines = if me.roles.has_any(WIDE) {
        programmes::of_school(tx, me.school)?
    } else {
        programmes::related(tx, me.school, me.account)?
    };
    let mut roles: BTreeMap<ProgrammeId, CaseRoles> = BTreeMap::new();
    for (programme, role) in people::of_account(tx, me.school, me.account)? {
        let held = roles.entry(programme).or_default();
        *held = held.with(role);
    }
    lines.retain(|line| {
        let case = roles.get(&line.programme.id).copied().unwrap_or_default();
        let family = case.has_any(CaseRoles::FAMILY);
        let author = line.programme.author == me.staff();
        let mut facts = Facts {
            school: if family { SchoolRoles::NONE } else { me.roles },
            case,
            own: if author { Own::Mine } else { Own::Others },
            stage: Some(line.programme.stage.name()),
        };
        if !line.on_roll(today) {
            after_leaving(&mut facts);
        }
        policy::sees(&facts)
    });
    Ok(lines)
}
