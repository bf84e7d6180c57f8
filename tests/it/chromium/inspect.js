// Everything wrong with the page as it stands, at the width it stands at. The
// last argument is called with a list of sentences; axe is here already.
const done = arguments[arguments.length - 1]
const faults = []
const root = document.documentElement
const short = e => `<${e.tagName.toLowerCase()} class="${e.className?.baseVal ?? e.className}"> "${(e.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}"`

if (!root.lang) faults.push('the page does not say its language')
if (document.title.trim().length < 8) faults.push(`the title is '${document.title}'`)
const headings = document.querySelectorAll('h1')
if (headings.length !== 1) faults.push(`${headings.length} main headings`)
if (!document.querySelector('main')) faults.push('no main part')
if (root.scrollWidth > root.clientWidth) {
  const far = [...document.querySelectorAll('body *')].filter(e => {
    if (e.getBoundingClientRect().right <= root.clientWidth + 1) return false
    for (let up = e.parentElement; up !== root; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible' && up.getBoundingClientRect().right <= root.clientWidth + 1) return false
    }
    return true
  })
  faults.push(`${root.scrollWidth - root.clientWidth} px too wide at ${innerWidth}: ${far.slice(0, 3).map(short).join(', ')}`)
}
const elsewhere = performance.getEntriesByType('resource').map(r => r.name).filter(n => new URL(n).host !== location.host)
if (elsewhere.length) faults.push(`asks another host: ${elsewhere}`)

if (!window.axe) done(faults)
else {
  const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  axe.run(document, { runOnly: { type: 'tag', values: levels }, resultTypes: ['violations'] }).then(
    found => done(faults.concat(found.violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${n.html.replace(/\s+/g, ' ').slice(0, 200)} (${n.failureSummary.replace(/\s+/g, ' ').slice(0, 220)})`)))),
    e => done(faults.concat(`axe did not run: ${e}`)))
}
