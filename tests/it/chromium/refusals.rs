//! Forms sent empty: the page that comes back is as good as the one before, and
//! leads to each thing that is missing.

use std::collections::BTreeSet;

use serde_json::json;
use testkit::Visitor;

use super::{
    crawl::{Met, crawl, route_of},
    inspect,
    town::FullTown,
};

/// Empties a form and sends it, whatever its script or the browser would say.
const SEND_EMPTY: &str = "
const form = [...document.querySelectorAll('form[method=post]')].filter(f => !f.action.endsWith('/sign-out'))[arguments[0]]
if (!form) return null
const action = new URL(form.action).pathname
let fields = 0
for (const e of form.elements) {
  if (['hidden', 'submit', 'button', 'fieldset'].includes(e.type)) continue
  fields++
  if (e.type === 'radio' || e.type === 'checkbox') e.checked = false
  else e.value = ''
}
HTMLFormElement.prototype.submit.call(form)
return [action, fields]";

/// What the page that came back must do besides.
const LEADS: &str = "
const faults = []
// A button alone has nothing to sort out on its page: one that says why, with a way on, is enough.
if (!arguments[0] && document.querySelector('main a[href]')) return faults
if (!document.title.startsWith('Error')) faults.push(`the title is '${document.title}'`)
const summary = document.querySelector('.govuk-error-summary')
if (!summary) return faults.concat('no error summary')
if (!summary.contains(document.activeElement)) faults.push('the summary does not have the focus')
for (const link of summary.querySelectorAll('a')) {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) faults.push(`'${link.innerText}' leads nowhere`)
}
return faults";

#[test]
fn a_form_sent_empty_comes_back_open_to_everyone_and_leads_to_what_is_missing() {
    let town = FullTown::demonstration();
    let visitor = Visitor::at(&town.served);
    let mut met = Met::default();
    let mut tried = BTreeSet::new();
    let mut refused = 0;
    let mut faults = Vec::new();
    for name in ["Amina Farrow", "Sam Whitlock", "a stranger"] {
        let door = town.door(name);
        let stops = crawl(&mut town.browser(&door), &mut met);
        door.opens(&visitor);
        for stop in stops.iter().filter(|stop| stop.has_form) {
            for form in 0..6 {
                visitor.go(&stop.path);
                let sent = visitor.run(SEND_EMPTY, &[json!(form)]);
                let Some(action) = sent[0].as_str() else {
                    break;
                };
                let kind = (stop.route, route_of(action).unwrap_or("elsewhere"), form);
                if visitor.status() != 422 || !tried.insert(kind) {
                    continue;
                }
                refused += 1;
                visitor.picture("refused");
                let at = |fault: String| format!("{action} from {} as {name}: {fault}", stop.path);
                let leads = visitor.run(LEADS, &[sent[1].clone()]);
                for fault in leads.as_array().cloned().unwrap_or_default() {
                    faults.push(at(fault.as_str().unwrap_or_default().to_owned()));
                }
                faults.extend(inspect::faults(&visitor).into_iter().map(at));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n  {}",
        faults.len(),
        faults.join("\n  ")
    );
    assert!(refused > 15, "only {refused} forms came back");
}
