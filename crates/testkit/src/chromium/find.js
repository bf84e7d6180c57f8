// Finds what a person would use: arguments are the kind, the words, and where
// (the words of a question, heading, row or card; or an element).
const [kind, words, place] = arguments
// Words hidden from sight stand apart from the rest: "Start" and ": a programme for".
const plain = text => (text ?? '').replace(/\s+/g, ' ').replace(/ ([:,.])/g, '$1').trim()
const seen = e => e.getClientRects().length > 0
const said = e => plain(e.innerText || e.value || e.getAttribute('aria-label'))

function within () {
  if (!place) return [document]
  if (typeof place !== 'string') return [place]
  const boxes = []
  for (const e of document.querySelectorAll('legend,h1,h2,h3,h4,th,dt,caption,summary,.govuk-table__header')) {
    if (seen(e) && plain(e.innerText).startsWith(place)) boxes.push(e.closest('fieldset,tr,details,section,form,li,.ms-card') ?? e.parentElement)
  }
  for (const e of document.querySelectorAll('tr,li,article,section,.ms-card,form')) {
    if (seen(e) && plain(e.innerText).startsWith(place)) boxes.push(e)
  }
  return boxes
}

// What has exactly the words comes before what begins with them.
function best (all, text) {
  return all.find(e => text(e) === words) ?? all.find(e => text(e).startsWith(words))
}

function labelled (box, selector) {
  const labels = [...box.querySelectorAll('label')].filter(l => l.control?.matches(selector))
  return best(labels.filter(seen), said) ?? best(labels, l => plain(l.textContent))
}

// What a pointer meets where the label is: the label, or the button that lies over it.
function reached (label) {
  const [at, over] = [label, label?.control].map(e => e?.getBoundingClientRect())
  const covers = at && over.left <= at.left && over.right >= at.right && over.top <= at.top && over.bottom >= at.bottom
  return covers ? label.control : label
}

const inputs = 'input:not([type=radio]):not([type=checkbox]):not([type=hidden]),textarea,select'
for (const box of within()) {
  let found
  if (kind === 'press') {
    found = best([...box.querySelectorAll('button,a[href],summary,input[type=submit]')].filter(seen), said)
  } else if (kind === 'field' || kind === 'text') {
    found = labelled(box, inputs)?.control ?? [...box.querySelectorAll(inputs)].find(e => e.name === words || e.ariaLabel === words)
  } else if (kind === 'choice') {
    found = reached(labelled(box, '[type=radio],[type=checkbox]'))
  } else if (kind === 'first') {
    found = [...box.querySelectorAll(words)].find(seen)
  } else if (kind === 'option') {
    found = best([...box.options], o => plain(o.text))
  }
  if (found && kind === 'text') {
    found.focus()
    found.select()
  }
  if (found) return found
}
return { places: within().length }
