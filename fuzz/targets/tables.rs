//! Tables of pupils, staff and what happened.
#![no_main]

use intake::{
    attendance, behaviour, contacts, gias, pupils,
    report::Kind,
    roll::{Roll, Strangers},
    staff, suspensions,
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::{TODAY, limits, used};

/// Headings that let the rows below them be reached at once.
const HEADINGS: [&str; 8] = [
    "UPN,Adno,Surname,Forename,DOB,Year,Phone,ULN,Contact 1 Name\n",
    "Staff ID,Forename,Surname,Email,Start Date,End Date\n",
    "UPN,Adno,Contact Name,Relationship,Priority,Telephone,Email\n",
    "Incident ID,UPN,Adno,Date,Time,Type,Points,Comments\n",
    "UPN,Adno,Date,Session,Mark,Minutes Late\n",
    "UPN,Adno,Week Beginning,Mon AM,Mon PM,Fri PM\n",
    "UPN,Adno,Attendance Start Date,Attendance End Date,Marks\n",
    "UPN,Adno,Category,Start Date,End Date,Sessions,Reason 1,Reason 2\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let headings = HEADINGS.get(usize::from(*first)).copied();
    let bytes = [headings.unwrap_or_default().as_bytes(), rest].concat();
    let limits = limits();
    let strangers = if *first & 1 == 0 { Strangers::Welcome } else { Strangers::Refused };
    let mut roll = Roll::new(strangers);
    used(Kind::Pupils, &pupils::read(&bytes, TODAY, &limits));
    used(Kind::Staff, &staff::read(&bytes, TODAY, &limits));
    used(Kind::Gias, &gias::read(&bytes, TODAY, &limits));
    used(Kind::Contacts, &contacts::read(&bytes, &mut roll, TODAY, &limits));
    used(Kind::Behaviour, &behaviour::read(&bytes, &mut roll, TODAY, &limits));
    used(Kind::Attendance, &attendance::read(&bytes, &mut roll, TODAY, &limits));
    used(Kind::Suspensions, &suspensions::read(&bytes, &mut roll, TODAY, &limits));
    let _ = intake::guess::guess(&bytes, "x.csv", &limits);
});
