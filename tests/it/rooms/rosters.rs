//! A roster and the list of schools on their pages.

use axum::{
    body::Body,
    http::{Method, header},
};
use testkit::{Browser, Engine, Page};

use super::world::{AMINA, OFFICE, World};

const LIST: &str = "/settings/imports";
const ZIP: &[u8] = include_bytes!("../../fixtures/data/oneroster-1.1-oakmere.zip");
const GIAS: &[u8] = include_bytes!("../../fixtures/data/gias/edubasealldata20250903_synthetic.csv");

/// Sends files as a browser does, with the form's own token first.
fn send(browser: &mut Browser, kind: &str, files: &[(&str, &[u8])]) -> Page {
    let page = browser.get(LIST);
    let chosen = [("kind", kind)];
    let chosen = chosen.get(..usize::from(!kind.is_empty())).unwrap();
    let (_, fields) = page.filled("Look at the file", chosen);
    let mut body = Vec::new();
    for (name, value) in &fields {
        if name != "file" {
            let part = format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
    }
    for (name, bytes) in files {
        let part = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    let mut request = browser.request(Method::POST, LIST, None);
    let form = "multipart/form-data; boundary=x".parse().unwrap();
    request.headers_mut().insert(header::CONTENT_TYPE, form);
    let here = "same-origin".parse().unwrap();
    request.headers_mut().insert("sec-fetch-site", here);
    *request.body_mut() = Body::from(body);
    browser.sends(request)
}

#[test]
fn a_roster_is_looked_at_brought_in_and_taken_back() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let mut office = world.browser(OFFICE);
        let page = send(&mut office, "oneroster", &[("roster.zip", ZIP)]);
        assert_eq!(page.status, 200, "{}", page.text());
        let said = page.text();
        assert!(
            said.contains("This would add 300 pupils, 30 members of staff, 446 contacts and 130 teaching groups."),
            "{said}"
        );
        assert!(said.contains("roster.zip with 5307 rows"), "{said}");
        let path = page.path.clone();
        assert_eq!(world.browser(AMINA).get(&path).status, 200);
        let page = office.press(&page, "Import the roster", &[]);
        assert!(page.text().contains("were added"), "{}", page.text());
        let page = office.press(&page, "Undo this import", &[]);
        assert!(
            page.text().contains("Everything is as it was"),
            "{}",
            page.text()
        );
    }
}

#[test]
fn the_files_of_a_roster_may_be_chosen_together_and_no_other_files() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let mut office = world.browser(OFFICE);
        let orgs = b"sourcedId,name,type,parentSourcedId\no1,Kestrel Bridge,school,\n";
        let users = b"sourcedId,username,orgSourcedIds,givenName,familyName,role,grade\nt1,abara@kestrel.example,o1,Ada,Abara,Teacher,\n";
        let files: [(&str, &[u8]); 2] = [("orgs.csv", orgs), ("users.csv", users)];
        let page = send(&mut office, "sds", &files);
        assert!(
            page.text().contains("add 1 member of staff"),
            "{}",
            page.text()
        );
        assert!(page.text().contains("2 CSV files"), "{}", page.text());

        for (kind, files, words) in [
            ("staff", &files[..], "Only a roster can be several"),
            ("sds", &[files[0], ("roster.zip", ZIP)], "without it"),
            ("oneroster", &[], "Choose a file"),
            ("", &files[..1], "Choose what the file holds"),
            ("oneroster", &files[..1], "manifest"),
            (
                "oneroster",
                &[("roster.zip", &b"PK\x03\x04 not a zip"[..])],
                "zip",
            ),
        ] {
            let page = send(&mut office, kind, files);
            assert_eq!(page.status, 422, "{kind}: {}", page.text());
            assert!(page.text().contains(words), "{kind}: {}", page.text());
        }
    }
}

#[test]
fn a_zip_that_leads_out_of_its_folder_is_refused_on_the_page() {
    let world = World::new(Engine::Sqlite).with_office();
    let mut office = world.browser(OFFICE);
    let zip = app::imports::bundled(vec![("../manifest.csv".into(), b"a,b\n".to_vec())]);
    let page = send(&mut office, "oneroster", &[("roster.zip", &zip)]);
    assert_eq!(page.status, 422);
    assert!(page.text().contains("could do harm"), "{}", page.text());
}

#[test]
fn the_list_of_schools_is_brought_in_and_searched() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let mut office = world.browser(OFFICE);
        let page = office.get("/settings/schools");
        assert!(
            page.text().contains("not been brought in yet"),
            "{}",
            page.text()
        );
        let page = send(&mut office, "gias", &[("schools.csv", GIAS)]);
        assert!(
            page.text().contains("Your own school is in the list"),
            "{}",
            page.text()
        );
        let page = office.press(&page, "Import 20 schools", &[]);
        assert!(
            page.text().contains("20 schools were added"),
            "{}",
            page.text()
        );
        let page = office.get("/settings/schools?q=brookside");
        assert!(page.text().contains("998/2001"), "{}", page.text());
        let page = office.get("/settings/schools?q=nowhere");
        assert!(page.text().contains("No school matches"), "{}", page.text());
    }
}
