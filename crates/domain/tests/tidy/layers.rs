//! Layers: who may import whom, as the picture in `ARCHITECTURE.md` has it.

use crate::{Source, below, none};

/// The crates of the house and those each may use in the program itself.
const MAY: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("forms", &[]),
    ("evidence", &[]),
    ("intake", &["domain"]),
    ("paper", &["domain"]),
    ("store", &["domain", "forms"]),
    (
        "app",
        &["domain", "forms", "evidence", "intake", "store", "paper"],
    ),
    ("web", &["app", "domain", "forms"]),
    (
        "mainstay",
        &[
            "app",
            "domain",
            "evidence",
            "forms",
            "intake",
            "paper",
            "rehearsal",
            "store",
            "web",
        ],
    ),
    ("rehearsal", &["app", "domain", "forms", "store"]),
    (
        "bench",
        &["app", "domain", "rehearsal", "store", "testkit", "web"],
    ),
    ("testkit", &["app", "domain", "forms", "store", "web"]),
    (
        "it",
        &[
            "app", "domain", "forms", "intake", "paper", "store", "testkit", "web",
        ],
    ),
];

/// Heavy things, and the only crates that may know of them.
const HOMES: [(&str, &[&str]); 6] = [
    ("rusqlite", &["store"]),
    ("postgres", &["store"]),
    ("typst", &["paper"]),
    ("typst-pdf", &["paper"]),
    ("askama", &["web"]),
    ("argon2", &["app"]),
];

/// The manifests, by the name of the crate in the house.
fn manifests() -> Vec<(String, toml::Table)> {
    let mut all: Vec<Source> = below("crates");
    all.extend(below("tests/it"));
    all.into_iter()
        .filter_map(|file| {
            let folder = file.path.strip_suffix("/Cargo.toml")?;
            let name = folder.rsplit('/').next()?.to_owned();
            let manifest = file.text.parse::<toml::Table>().expect("a manifest");
            Some((name, manifest))
        })
        .collect()
}

fn uses(manifest: &toml::Table, part: &str) -> Vec<String> {
    manifest
        .get(part)
        .and_then(toml::Value::as_table)
        .map(|table| table.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn every_crate_uses_only_the_crates_that_the_picture_allows() {
    let mut wrong = Vec::new();
    for (name, manifest) in manifests() {
        let Some((_, may)) = MAY.iter().find(|(house, _)| *house == name) else {
            wrong.push(format!("'{name}' is not in the picture"));
            continue;
        };
        for used in uses(&manifest, "dependencies") {
            let of_the_house = MAY.iter().any(|(house, _)| *house == used);
            if of_the_house && !may.contains(&used.as_str()) {
                wrong.push(format!("'{name}' uses '{used}'"));
            }
        }
    }
    none("the picture in ARCHITECTURE.md does not allow", wrong);
}

#[test]
fn pages_cannot_reach_the_store_or_the_pdf_engine_even_in_their_tests() {
    let (_, web) = manifests()
        .into_iter()
        .find(|(name, _)| name == "web")
        .expect("web is there");
    for part in ["dependencies", "build-dependencies"] {
        for far in ["store", "paper", "rusqlite", "postgres", "typst"] {
            assert!(!uses(&web, part).contains(&far.to_owned()), "{part}: {far}");
        }
    }
}

#[test]
fn heavy_things_have_one_home_each() {
    let mut wrong = Vec::new();
    for (name, manifest) in manifests() {
        for used in uses(&manifest, "dependencies") {
            let home = HOMES.iter().find(|(heavy, _)| *heavy == used);
            if home.is_some_and(|(_, homes)| !homes.contains(&name.as_str())) {
                wrong.push(format!("'{name}' uses '{used}'"));
            }
        }
    }
    none("these have one home", wrong);
}

#[test]
fn every_crate_goes_by_the_lints_of_the_house() {
    let mut without = Vec::new();
    for (name, manifest) in manifests() {
        let lints = manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"));
        if lints.and_then(toml::Value::as_bool) != Some(true) {
            without.push(name);
        }
    }
    none("add `[lints] workspace = true`", without);
}

#[test]
fn a_lens_is_made_at_the_gate_and_nowhere_else() {
    let made = "Lens::new(";
    let wrong: Vec<String> = below("crates")
        .into_iter()
        .filter(|file| file.text.contains(made))
        .map(|file| file.path)
        .filter(|path| !path.ends_with("app/src/gate.rs") && !path.contains("/tests"))
        .filter(|path| !path.ends_with("domain/src/sealed.rs"))
        .collect();
    none("only the gate makes a lens", wrong);
}
