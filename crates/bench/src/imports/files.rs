//! Files of any size, made of the sample school's: every pupil is somebody
//! new, with numbers that pass their checks.

use domain::pupil::{Upn, UpnProblem};

use crate::setting::must;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/data/");

/// A sample file as it is.
pub(super) fn sample(name: &str) -> String {
    must(std::fs::read_to_string(format!("{DATA}{name}")))
}

/// A school office's list of so many pupils.
pub(super) fn pupils(many: usize) -> String {
    let sample = sample("mis/pupils_mis_extract.csv");
    let mut lines = sample.lines();
    let mut text = format!("{}\r\n", lines.next().unwrap_or_default());
    let rows: Vec<&str> = lines.collect();
    for (n, row) in rows.iter().cycle().take(many).enumerate() {
        let mut cells: Vec<&str> = row.split(',').collect();
        let (upn, adno) = (upn(n), format!("{:06}", 100_000 + n));
        // UPN, former UPN, ULN and admission number stand first.
        for (at, number) in [(0, upn.as_str()), (2, ""), (3, adno.as_str())] {
            if let Some(cell) = cells.get_mut(at) {
                *cell = number;
            }
        }
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A transfer file of so many pupils.
pub(super) fn transfer(many: usize) -> String {
    let sample = sample("ctf/9982001_CTF_9984001_001.xml");
    let (head, rest) = sample.split_once("    <Pupil>").unwrap_or((&sample, ""));
    let (body, tail) = rest.rsplit_once("</Pupil>").unwrap_or((rest, ""));
    let pupils: Vec<&str> = body.split("<Pupil>").collect();
    let mut text = head.to_owned();
    for (n, pupil) in pupils.iter().cycle().take(many).enumerate() {
        let after = pupil.split_once("</UPN>").map_or("", |(_, after)| after);
        let after = after.rsplit_once("</Pupil>").map_or(after, |(one, _)| one);
        let upn = upn(n);
        text.push_str(&["    <Pupil>\n<UPN>", &upn, "</UPN>", after, "</Pupil>\n"].concat());
    }
    text.push_str(tail);
    text
}

/// The number of one pupil, with the check letter that follows from the rest.
fn upn(n: usize) -> String {
    let rest = format!(
        "998{:04}{:02}{:03}",
        2000 + n / 100_000,
        n / 1000 % 100,
        n % 1000
    );
    match format!("A{rest}").parse::<Upn>() {
        Err(UpnProblem::WrongLetter { expected, .. }) => format!("{expected}{rest}"),
        _ => format!("A{rest}"),
    }
}
