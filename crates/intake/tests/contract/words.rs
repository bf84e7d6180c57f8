//! Every code has words that a school office can act on.

use intake::{
    calendar::{DayKind, SpanKind},
    fault::{BundleFault, FileFault, XmlFault},
    reason::Reason,
    warning::Warning,
};

fn every_sentence() -> Vec<String> {
    let faults = vec![
        FileFault::Binary,
        FileFault::Empty,
        FileFault::Encoding,
        FileFault::TooLarge { at_most: 64 << 20 },
        FileFault::TooMuch { line: 2 },
        FileFault::CsvSyntax { line: 2 },
        FileFault::DupColumn {
            means: "date of birth",
            headings: ["DOB".into(), "Birth date".into()],
        },
        FileFault::MissingColumn {
            missing: vec![vec!["UPN", "admission number"]],
        },
        FileFault::IcsSyntax,
        FileFault::JsonSyntax { line: 2 },
        FileFault::JsonStructure,
    ];
    let xml = [
        XmlFault::Dtd { line: 2 },
        XmlFault::Syntax { line: 2 },
        XmlFault::Limit { line: 2 },
        XmlFault::Root,
        XmlFault::Structure,
    ];
    let bundle = [
        BundleFault::ZipCorrupt,
        BundleFault::ZipLimit,
        BundleFault::ZipPath,
        BundleFault::ZipEncrypted,
        BundleFault::ZipDup,
        BundleFault::NoManifest,
        BundleFault::Version,
        BundleFault::FileMissing {
            name: "users".into(),
        },
        BundleFault::NoSyncFiles,
    ];
    let faults = faults
        .into_iter()
        .chain(xml.map(FileFault::from))
        .chain(bundle.map(FileFault::from));
    let mut all = Vec::new();
    for fault in faults {
        all.extend([fault.what(), fault.remedy().to_owned()]);
    }
    for reason in Reason::ALL {
        all.extend([reason.label().to_owned(), reason.remedy().to_owned()]);
    }
    for warning in Warning::ALL {
        all.extend([warning.label().to_owned(), warning.remedy().to_owned()]);
    }
    all
}

#[test]
fn sentences_are_plain_and_never_blame_or_beg() {
    for sentence in every_sentence() {
        let lower = sentence.to_lowercase();
        for word in [
            "please", "invalid", "illegal", "error", "failed", "e_", "w_", "sorry",
        ] {
            assert!(!lower.contains(word), "{word}: {sentence}");
        }
        assert!(
            sentence.starts_with(|c: char| c.is_uppercase()),
            "{sentence}"
        );
        assert!(!sentence.ends_with('.'), "{sentence}");
        assert!(sentence.split_whitespace().count() >= 4, "{sentence}");
    }
}

#[test]
fn codes_are_unique_and_keep_their_shape() {
    let mut codes: Vec<&str> = Reason::ALL.iter().map(|reason| reason.code()).collect();
    codes.extend(Warning::ALL.iter().map(|warning| warning.code()));
    let all = codes.len();
    assert!(
        codes
            .iter()
            .all(|code| code.starts_with("E_") || code.starts_with("W_"))
    );
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all);
}

#[test]
fn a_file_fault_says_what_is_wrong_with_its_figures() {
    assert_eq!(
        FileFault::TooLarge { at_most: 64 << 20 }.what(),
        "The file is larger than 64 MB"
    );
    assert!(FileFault::CsvSyntax { line: 12 }.what().contains("line 12"));
}

#[test]
fn kinds_of_days_have_codes_to_store() {
    assert_eq!(DayKind::ALL.len(), 5);
    assert_eq!(SpanKind::HalfTerm.code(), "half_term");
}
