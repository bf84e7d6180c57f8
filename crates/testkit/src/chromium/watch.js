// Asked "ready", notes what Tab should come to and begins to watch the focus.
// Asked "faults", says what was not reached, out of order, unseen or covered.
const [asked] = arguments
const plain = text => (text ?? '').replace(/\s+/g, ' ').trim()
const name = e => `${e.tagName.toLowerCase()}${e.type ? '[' + e.type + ']' : ''} "${plain(e.labels?.[0]?.innerText ?? e.innerText ?? e.name).slice(0, 60)}"`

// Where a focus can show itself: the thing, its label, and what is drawn before and after either.
function look (e) {
  const all = [e, e.nextElementSibling, e.labels?.[0], e.closest('.govuk-file-upload-button,.ms-find')].filter(Boolean)
  const style = s => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth, s.opacity, s.position, s.clip, s.clipPath].join(';')
  return all.map(one => ['', '::before', '::after'].map(part => style(getComputedStyle(one, part || null))).join('|')).join('#')
}

function stops () {
  const groups = new Map()
  const all = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter(e => {
    if (e.disabled || e.tabIndex < 0 || e.type === 'hidden') return false
    const style = getComputedStyle(e)
    if (!e.getClientRects().length || style.visibility === 'hidden') return false
    const shut = e.closest('details:not([open])')
    return !shut || (e.tagName === 'SUMMARY' && e.parentElement === shut)
  })
  for (const e of all) if (e.type === 'radio') groups.set(e.form?.action + e.name, [...(groups.get(e.form?.action + e.name) ?? []), e])
  return all.filter(e => {
    if (e.type !== 'radio') return true
    const group = groups.get(e.form?.action + e.name)
    return e === (group.find(r => r.checked) ?? group[0])
  })
}

if (asked === 'ready') {
  const wanted = stops()
  const before = new Map(wanted.map(e => [e, look(e)]))
  const walk = { wanted, came: [], faults: [] }
  window.mainstayWalk = walk
  document.addEventListener('focusin', event => {
    const e = event.target
    walk.came.push(e)
    if (before.get(e) === look(e)) walk.faults.push(`the focus cannot be seen on ${name(e)}`)
    const box = (e.type === 'radio' || e.type === 'checkbox' ? e.labels?.[0] ?? e : e).getClientRects()[0]
    if (!box || box.width < 2) return
    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2)
    if (top && !(e.contains(top) || top.contains(e) || e.parentElement.contains(top))) walk.faults.push(`${name(e)} is covered by ${name(top)} when it has the focus`)
  })
  // From the top of the page, whatever had the focus.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  walk.came.length = 0
  walk.faults.length = 0
  return wanted.length
}
const { wanted, came, faults } = window.mainstayWalk
for (const e of wanted) if (!came.includes(e)) faults.push(`Tab does not come to ${name(e)}`)
const order = came.filter(e => wanted.includes(e)).map(e => wanted.indexOf(e))
for (let i = 1; i < order.length; i++) if (order[i] < order[i - 1]) faults.push(`Tab goes back from ${name(wanted[order[i - 1]])} to ${name(wanted[order[i]])}`)
return faults
