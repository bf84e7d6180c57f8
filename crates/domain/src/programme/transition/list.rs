//! The table. Columns: number and name, from, to, by, what must be so, what it
//! brings with it.

use super::{AFTER_DRAFT, Arrival, Arrival::To, OPEN, Transition, row};
use crate::programme::StageName as S;

/// Every move, in the order a programme meets them.
pub const TRANSITIONS: &[Transition] = &[
    row(
        (1, "Begin a referral"),
        (&[], To(S::Draft), "Any teaching staff"),
        &[
            "The pupil is on roll",
            "No other programme is open for the pupil at this school",
        ],
        &[],
    ),
    row(
        (2, "Hand in the referral"),
        (&[S::Draft], To(S::Referred), "Its author"),
        &[
            "Every question of the referral is answered",
            "At least one reason to start, one concern, and one thing tried",
        ],
        &[
            "Coordinators, safeguarding lead and SENCO are told",
            "A decision is due",
        ],
    ),
    row(
        (3, "Decline"),
        (&[S::Referred], To(S::Declined), "Coordinator or head"),
        &["A reason", "What happens instead"],
        &["The author is told"],
    ),
    row(
        (4, "Accept"),
        (&[S::Referred], To(S::Gathering), "Head or their delegate"),
        &[
            "A coordinator is named",
            "The safeguarding lead has checked and does not say stop",
            "The version of the pupil’s questions is chosen",
            "Needs and early help have been thought of, and the family and council told where they must be",
        ],
        &[
            "Every document is asked for, with a date",
            "Someone contacts the family, by phone first",
            "Letter L01",
        ],
    ),
    row(
        (5, "Book the first meeting"),
        (&[S::Gathering], To(S::MeetingSet), "Coordinator or office"),
        &[
            "The family has been reached",
            "In school time, or a reason why not",
        ],
        &["Letter L02", "An agenda is drafted"],
    ),
    row(
        (6, "Cancel the first meeting"),
        (&[S::MeetingSet], To(S::Gathering), "Coordinator"),
        &["A reason"],
        &["Letter L23"],
    ),
    row(
        (7, "Record the first meeting"),
        (&[S::MeetingSet], To(S::Agreed), "Coordinator"),
        &[
            "The meeting has been held, and who came is noted",
            "At least one target",
            "A start, review dates and an end",
            "Who meets the pupil, and how often",
        ],
        &[
            "What was written before the meeting is locked",
            "The summary goes out",
            "Signatures are gathered",
            "Letters L06 and L07",
        ],
    ),
    row(
        (8, "Begin the plan"),
        (&[S::Agreed], To(S::Active), "System"),
        &[
            "The pupil has signed, or refused, or could not",
            "A parent has signed or refused, or was asked twice without an answer",
            "The coordinator has signed",
        ],
        &[
            "Strategy cards go out to staff",
            "The key worker’s first meeting is due",
        ],
    ),
    row(
        (9, "Change the plan"),
        (&[S::Active], To(S::Active), "Coordinator"),
        &[
            "A reason",
            "The next version of the plan",
            "The family has been told",
        ],
        &[
            "A line in the change log",
            "Strategy cards go out again",
            "Signing again, if targets changed",
        ],
    ),
    row(
        (10, "Open a review"),
        (&[S::Active], To(S::Active), "System"),
        &["A review is left, and its time has come"],
        &["Letter L10"],
    ),
    row(
        (11, "Record a review"),
        (&[S::Active], To(S::Active), "Coordinator"),
        &[
            "A review is due, or a concern has been raised",
            "Every target and every commitment is rated",
        ],
        &["Letter L11", "The next date is confirmed"],
    ),
    row(
        (12, "Raise a concern"),
        (
            &[S::Active],
            To(S::Active),
            "Coordinator, key worker or head",
        ),
        &["A reason", "No concern is open already"],
        &[
            "Someone contacts the family",
            "An early review is offered",
            "Letter L09",
        ],
    ),
    row(
        (13, "Pause"),
        (&[S::Active], To(S::Paused), "Coordinator and head"),
        &[
            "A reason",
            "When it is expected to go on",
            "The head agrees",
        ],
        &["The clock stops", "Letter L12"],
    ),
    row(
        (14, "Start again"),
        (&[S::Paused], To(S::Active), "Coordinator"),
        &[],
        &[
            "The clock runs, and dates still to come are worked out again",
            "Letter L12",
        ],
    ),
    row(
        (15, "Reach the final review"),
        (
            &[S::Active],
            To(S::FinalDue),
            "System, or coordinator if early",
        ),
        &["The planned end is reached, or a reason to be early"],
        &[
            "Reports are asked for",
            "The final evaluation is due",
            "Letter L13",
        ],
    ),
    row(
        (16, "Judge successful"),
        (
            &[S::FinalDue],
            To(S::ClosedSuccess),
            "Coordinator proposes, head confirms",
        ),
        &[
            "Every target and promise is looked back on, with figures",
            "Pupil and home are heard, and something carries on",
        ],
        &[
            "Letters L14 and L22",
            "Whether a behaviour plan comes back is decided",
            "Then aftercare",
        ],
    ),
    row(
        (17, "Judge not successful"),
        (
            &[S::FinalDue],
            To(S::ClosedUnsuccessful),
            "Coordinator proposes, head confirms",
        ),
        &[
            "The final evaluation is complete",
            "Other ways have been talked about, and what support was not delivered",
        ],
        &[
            "Letters L15 and L22",
            "Whether a behaviour plan comes back is decided",
            "Then choosing what next",
        ],
    ),
    row(
        (18, "Make it longer"),
        (&[S::FinalDue], To(S::Active), "Head"),
        &[
            "It has not been made longer before",
            "Not past its longest",
            "A reason",
            "The family has been told",
        ],
        &["A new end", "Letter L16"],
    ),
    row(
        (19, "Transfer"),
        (OPEN, To(S::ClosedTransferred), "Office or coordinator"),
        &[
            "Where to, or that it is not known",
            "After a permanent exclusion, the programme was paused first",
        ],
        &[
            "The record is handed over",
            "Letter L18",
            "For home education, the head and safeguarding lead are alerted",
        ],
    ),
    row(
        (20, "Stop"),
        (OPEN, To(S::ClosedWithdrawn), "Head"),
        &["A reason", "No permanent exclusion is being decided"],
        &[
            "Letters L17 and L22",
            "Whether a behaviour plan comes back is decided",
        ],
    ),
    row(
        (21, "Begin aftercare"),
        (&[S::ClosedSuccess], To(S::Aftercare), "System"),
        &[],
        &["Checks are due", "Letter L19"],
    ),
    row(
        (22, "End aftercare"),
        (&[S::Aftercare], To(S::Archived), "System or coordinator"),
        &["A closing note"],
        &[],
    ),
    row(
        (23, "Refer again"),
        (&[S::Aftercare], To(S::Draft), "Coordinator"),
        &["As for a new referral"],
        &["A new programme that refers to this one and to its documents"],
    ),
    row(
        (24, "Begin choosing what next"),
        (&[S::ClosedUnsuccessful], To(S::Escalation), "System"),
        &[],
        &[
            "A meeting about options is due",
            "A message to the council is drafted",
        ],
    ),
    row(
        (25, "Hand over"),
        (&[S::Escalation], To(S::Archived), "Head"),
        &["An option is chosen", "It has been handed over"],
        &[],
    ),
    row(
        (26, "Put right an error"),
        (AFTER_DRAFT, Arrival::Earlier, "Administrator and head"),
        &["A reason", "The head agrees", "No other programme is open"],
        &["History stays: the wrong move and its correction are both kept"],
    ),
    row(
        (27, "Ask for more"),
        (&[S::Referred], To(S::Draft), "Coordinator or head"),
        &["A question"],
        &["The author is told, and may hand it in again"],
    ),
];
