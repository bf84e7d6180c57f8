//! Files made to do harm. Nothing may panic, hang or slip through.

use intake::{
    attendance, behaviour, contacts,
    ctf::{self, OurSchool},
    export::refused_rows,
    gias,
    guess::guess,
    limits::Limits,
    reading::{FileRefused, Reading},
    report::{Kind, Report},
    roster::{Bundle, one_roster, school_data_sync},
    rows::{Shown, shown},
    suspensions,
};
use proptest::prelude::*;

use crate::{
    oneroster::Files,
    pieces::pieces,
    support::{TODAY, read_calendar, read_pupils, read_staff, roll},
    zips::{entry, zip},
};

/// Reads bytes as everything, and uses every answer.
fn read_as_everything(bytes: &[u8]) {
    let pupils = read_pupils(bytes);
    let staff = read_staff(bytes);
    let reports = [
        Report::of(Kind::Pupils, "x", &pupils),
        Report::of(Kind::Staff, "x", &staff),
    ];
    for report in reports {
        assert_eq!(report.total, report.accepted + report.rejected);
        assert_eq!(report.row_reasons.len(), report.rejected);
        assert!(serde_json::to_string(&report).is_ok());
    }
    if let Ok(pupils) = &pupils {
        assert!(!refused_rows(pupils).is_empty());
    }
    about_pupils(bytes);
    bundles(bytes);
    for name in ["x.csv", "x.ics", "x.json"] {
        let calendar = read_calendar(bytes, name);
        if let Ok(calendar) = &calendar {
            let dates = intake::calendar::SchoolDates::of(&calendar.accepted);
            assert!(dates.days().is_sorted());
        }
        match calendar {
            Ok(reading) => assert_eq!(
                reading.total(),
                reading.accepted.len() + reading.refused.len()
            ),
            Err(refused) => assert!(!refused.fault.what().is_empty()),
        }
    }
}

/// Reads bytes as everything that is about pupils, and as the list of schools.
fn about_pupils(bytes: &[u8]) {
    let limits = Limits::default();
    let answers = [
        used(
            Kind::Behaviour,
            &behaviour::read(bytes, &mut roll(), TODAY, &limits),
        ),
        used(
            Kind::Attendance,
            &attendance::read(bytes, &mut roll(), TODAY, &limits),
        ),
        used(
            Kind::Suspensions,
            &suspensions::read(bytes, &mut roll(), TODAY, &limits),
        ),
        used(
            Kind::Contacts,
            &contacts::read(bytes, &mut roll(), TODAY, &limits),
        ),
        used(Kind::Gias, &gias::read(bytes, TODAY, &limits)),
        used(
            Kind::Ctf,
            &ctf::read(bytes, TODAY, &OurSchool::default(), &limits),
        ),
    ];
    for report in answers {
        assert_eq!(report.total, report.accepted + report.rejected);
        assert_eq!(report.row_reasons.len(), report.rejected);
    }
    let _ = guess(bytes, "x", &limits);
}

fn used<T: Shown>(kind: Kind, read: &Result<Reading<T>, FileRefused>) -> Report {
    if let Ok(reading) = read {
        assert_eq!(shown(reading).len(), reading.accepted.len());
        assert!(!refused_rows(reading).is_empty());
    }
    Report::of(kind, "x", read)
}

/// Reads bytes as a zip, and as each table of a bundle.
fn bundles(bytes: &[u8]) {
    let limits = Limits::default();
    if let Ok(bundle) = Bundle::of_zip(bytes, &limits) {
        let _ = one_roster(&bundle, &limits);
        let _ = school_data_sync(&bundle, &limits);
    }
    for table in ["manifest", "orgs", "users", "enrollments", "Student"] {
        let mut files = Files::sound().0;
        files.remove(table);
        let files = files.into_iter();
        let mut files: Vec<_> = files
            .map(|(name, text)| (format!("{name}.csv"), text.into_bytes()))
            .collect();
        files.push((format!("{table}.csv"), bytes.to_vec()));
        let bundle = Bundle::of_files(files, &limits).expect("few files");
        for read in [
            one_roster(&bundle, &limits),
            school_data_sync(&bundle, &limits),
        ] {
            let report = Report::of_roster(Kind::OneRoster, "x", &read);
            assert_eq!(report.total, report.accepted + report.rejected);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_at_all_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_as_everything(&bytes);
    }

    #[test]
    fn no_mixture_of_meaningful_pieces_makes_a_reader_panic(bytes in pieces()) {
        read_as_everything(&bytes);
    }

    #[test]
    fn no_rows_under_sound_headings_make_a_reader_panic(bytes in pieces()) {
        let headings = "UPN,Adno,Surname,Forename,DOB,Year,Phone,Contact 1 Name,Contact 1 Telephone\n";
        read_as_everything(&[headings.as_bytes(), &bytes].concat());
        for headings in [
            "UPN,Adno,Incident ID,Date,Time,Type,Points,Comments\n",
            "UPN,Adno,Date,Session,Mark,Minutes Late\n",
            "UPN,Adno,Week Beginning,Mon AM,Mon PM,Fri PM\n",
            "UPN,Adno,Attendance Start Date,Attendance End Date,Marks\n",
            "UPN,Adno,Category,Start Date,End Date,Sessions,Reason 1,Reason 4\n",
            "UPN,Adno,Contact Name,Relationship,Priority,Telephone\n",
            "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code)\n",
        ] {
            about_pupils(&[headings.as_bytes(), &bytes].concat());
        }
        let terms = "Term,Term Start,Term End,Half Term Start,Half Term End,INSET Days\n";
        read_as_everything(&[terms.as_bytes(), &bytes].concat());
    }

    #[test]
    fn no_transfer_file_makes_the_reader_panic(inside in pieces(), pupil in pieces()) {
        let head = b"<CTfile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData>";
        about_pupils(&[&head[..], &inside, b"</CTFpupilData></CTfile>"].concat());
        about_pupils(&[&head[..], b"<Pupil>", &pupil, b"</Pupil></CTFpupilData></CTfile>"].concat());
    }

    #[test]
    fn no_change_of_a_zip_makes_the_reader_panic(at in 0_usize..400, to in any::<u8>(), cut in 0_usize..400) {
        let mut bytes = zip(&[entry("manifest.csv", "propertyName,value\n"), entry("users.csv", [b'x'; 500])]);
        if let Some(byte) = bytes.get_mut(at) {
            *byte = to;
        }
        bundles(&bytes);
        bytes.truncate(cut);
        bundles(&bytes);
    }

    #[test]
    fn no_words_make_a_date_panic(words in "\\PC{0,30}", figures in "[0-9/.: TZ+-]{0,20}") {
        for words in [words, figures] {
            let _ = intake::cells::date::read(&words, TODAY);
        }
    }
}
