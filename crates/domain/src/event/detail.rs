//! Codes that only events carry.

use crate::coded;

coded! {
    /// Records that can be imported beside pupils, staff and the calendar.
    pub enum Records {
        /// Contacts.
        Contacts => "contacts", "Contacts";
        /// Attendance.
        Attendance => "attendance", "Attendance";
        /// Behaviour and recognition.
        Behaviour => "behaviour", "Behaviour";
        /// Suspensions.
        Suspensions => "suspensions", "Suspensions";
        /// Teaching groups.
        Groups => "groups", "Teaching groups";
        /// The list of schools.
        Schools => "schools", "The list of schools";
        /// Timetable.
        Timetable => "timetable", "Timetable";
    }
}

coded! {
    /// How something was taken out to be read.
    pub enum Opened {
        /// On a screen.
        Screen => "screen", "Opened";
        /// Printed, or saved as a PDF.
        Print => "print", "Printed";
        /// Saved as a table.
        Table => "table", "Saved as a table";
    }
}
