//! Files: short, explained, and named after what they are about.

use crate::{none, rust};

const LONGEST: usize = 300;
/// Names that say that nobody knew what to call it.
const EMPTY_NAMES: [&str; 6] = ["manager", "service", "helper", "utils", "common", "misc"];

#[test]
fn every_file_is_short_enough_to_read_in_one_go() {
    let long = rust().into_iter().filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > LONGEST).then(|| format!("{} has {lines} lines, {LONGEST} is the most", file.path))
    });
    none("split these by what they are about", long.collect());
}

#[test]
fn every_file_begins_by_saying_what_lives_in_it() {
    let silent = rust()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path);
    none("begin these with a line of `//!`", silent.collect());
}

#[test]
fn every_name_says_what_it_is_about() {
    let mut empty = Vec::new();
    for file in rust() {
        let of_path = file
            .path
            .split(['/', '.', '_'])
            .map(|word| word.trim_end_matches('s').to_owned());
        let of_modules = file.text.lines().filter_map(|line| {
            let line = line.trim_start();
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let name = line.strip_prefix("mod ")?;
            Some(name.trim_end_matches([';', '{', ' ']).to_owned())
        });
        for word in of_path.chain(of_modules) {
            let plain = word.trim_end_matches('s');
            if EMPTY_NAMES
                .iter()
                .any(|name| plain == name.trim_end_matches('s'))
            {
                empty.push(format!("{}: '{word}'", file.path));
            }
        }
    }
    none("name these after what they are about", empty);
}
