//! A programme begun again refers to the documents of the one before it, for
//! those who may read them there.

use app::reviews::again::ReferAgain;
use testkit::on_both;

use super::{At, Story, cast::*, days::browser};

#[test]
fn a_programme_begun_again_leads_to_the_documents_of_the_one_before() {
    on_both(|engine| {
        let story = Story::at(engine, At::Aftercare);
        let before = story.reference();
        let again = ReferAgain {
            reference: before.clone(),
        };
        let next = story.execute(AMINA, again).unwrap();
        let page = browser(&story, AMINA).get(&format!("/programmes/{}/referral", next.path()));
        let text = page.text();
        let title = format!("From the programme before, {before}");
        assert!(text.contains(&title), "{text}");
        let base = format!("/programmes/{}", before.path());
        for (words, end) in [
            ("The referral", "/referral"),
            ("The plan, every version", "/plan/versions"),
            ("How it ended", "/meetings/final/outcome"),
        ] {
            let links = page.links(words);
            assert!(
                links.contains(&format!("{base}{end}")),
                "{words}: {links:?}"
            );
        }
        let outcome = browser(&story, AMINA).get(&format!("{base}/meetings/final/outcome"));
        assert_eq!(outcome.status, 200, "{}", outcome.text());
    });
}
