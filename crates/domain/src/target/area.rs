//! What a target is about, where it applies, and how it stands.

use crate::dates::WeekNumber;

crate::coded! {
    /// What kind of thing a target is about.
    pub enum Area {
        /// Coming in and getting going.
        Starting => "starting", "Settling and starting";
        /// Doing what an adult asks.
        Instructions => "instructions", "Following instructions";
        /// Keeping going with the work.
        OnTask => "on_task", "Staying on task";
        /// How adults are spoken to.
        TalkingToAdults => "talking_to_adults", "Talking to adults";
        /// Other pupils.
        Peers => "peers", "Getting on with others";
        /// Strong feelings.
        Anger => "anger", "Managing anger";
        /// Coming to school.
        Attendance => "attendance", "Coming to school";
        /// Being on time.
        Punctuality => "punctuality", "Being on time";
        /// Not leaving before the end.
        StayingIn => "staying_in", "Staying in lessons";
        /// Safe behaviour.
        SafeHands => "safe_hands", "Safe hands and feet";
        /// Having what is needed.
        Equipment => "equipment", "Equipment";
        /// Work done at home.
        Homework => "homework", "Homework";
        /// The learning itself.
        Learning => "learning", "Learning";
    }
}

crate::coded! {
    /// Where a target applies.
    pub enum Setting {
        /// Every lesson.
        EveryLesson => "every_lesson", "Every lesson";
        /// Some lessons, named in "when and where".
        SomeLessons => "some_lessons", "Some lessons";
        /// Arriving and registration.
        Arrival => "arrival", "Arrival and registration";
        /// Between lessons.
        Corridors => "corridors", "Between lessons";
        /// Break or playtime.
        Break => "break", "Break";
        /// Lunch.
        Lunch => "lunch", "Lunch";
        /// Going home and after school.
        HomeTime => "home_time", "Going home";
        /// Trips and visits.
        Trips => "trips", "Trips";
        /// At home.
        Home => "home", "Home";
    }
}

crate::coded! {
    /// How far ahead a target looks.
    pub enum Horizon {
        /// The goal is due within four weeks.
        Short => "short", "Short term";
        /// The goal is due later, usually at the end of the programme.
        Long => "long", "Long term";
    }
}

impl Horizon {
    /// Short up to week 4.
    pub fn of(goal_by: WeekNumber) -> Self {
        if goal_by.number() <= 4 {
            Self::Short
        } else {
            Self::Long
        }
    }
}

crate::coded! {
    /// How a target stands.
    pub enum TargetStatus {
        /// Being worked on.
        Open => "open", "Open";
        /// Reached.
        Met => "met", "Met";
        /// Reached in part.
        PartlyMet => "partly_met", "Partly met";
        /// Not reached.
        NotMet => "not_met", "Not met";
        /// No longer worked on.
        Dropped => "dropped", "Dropped";
        /// Another target stands in its place.
        Replaced => "replaced", "Replaced";
    }
}
