/* Mainstay enhancements. Every page works without this file; each part appears only where it can work.
   1. govuk-frontend  2. read aloud  3. ratings saved in the background  4. sentence preview  5. print button  6. staying signed in
   Scripts here set text, never markup. */
import { initAll } from './govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Read aloud: uses a voice already on the device; sends nothing anywhere.
for (const button of document.querySelectorAll('[data-read]')) {
  if (!('speechSynthesis' in window)) { button.remove(); continue }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) { speechSynthesis.cancel(); return }
    const ids = button.getAttribute('data-read').split(' ')
    const words = ids.map(id => document.getElementById(id)?.textContent ?? '').join('. ').replace(/\s+/g, ' ')
    const speech = new SpeechSynthesisUtterance(words)
    speech.lang = button.closest('[lang]').lang
    speech.rate = 0.9
    speechSynthesis.speak(speech)
  })
}

// Ratings: each tap posts its own form. Being led back to this same page means it was saved; anything else does not.
// A tap that cannot be sent is named, kept on this page and sent again when the signal is back.
const waiting = new Map()
for (const set of document.querySelectorAll('.ms-rate')) {
  const form = set.closest('form')
  const status = set.querySelector('[data-saved]')
  if (!form || !status || !form.hasAttribute('data-background')) continue
  form.addEventListener('submit', event => {
    const pressed = event.submitter
    if (!pressed || !pressed.name || !form.hasAttribute('data-background')) return
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form))
    body.set(pressed.name, pressed.value)
    for (const b of set.querySelectorAll('.ms-rate__b')) b.setAttribute('aria-pressed', String(b === pressed))
    const undone = pressed.value === 'undo'
    const plain = set.querySelector('.ms-button--plain')
    if ((plain.value === 'undo') === undone) turn(plain)
    send({ form, status, body, pressed, undone })
  })
}
// The plain button says "Didn't see" before anything is saved and "Undo" after.
function turn (plain) {
  const word = plain.querySelector('span')
  const other = plain.dataset.other
  plain.dataset.other = word.textContent
  word.textContent = other
  plain.value = plain.value === 'undo' ? 'none' : 'undo'
}
async function send (tap) {
  const { form, status, body, pressed, undone } = tap
  waiting.set(form, tap)
  say(status, 'Saving', '')
  try {
    const reply = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' })
    if (waiting.get(form) !== tap) return
    waiting.delete(form)
    if (reply.ok && new URL(reply.url).pathname === location.pathname) {
      const now = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' })
      say(status, (undone ? 'Taken back' : 'Saved') + ' ' + now, 'ms-saved')
    } else {
      // Signed out, too late or refused: send it again as a page, which keeps the tap and says why.
      form.removeAttribute('data-background')
      form.requestSubmit(pressed)
    }
  } catch {
    if (waiting.get(form) === tap) say(status, 'Not sent yet', 'ms-saved ms-saved--wait')
  }
}
function say (status, words, look) {
  const line = document.createElement('span')
  line.className = look
  line.textContent = words
  status.replaceChildren(line)
}
const again = () => { for (const tap of [...waiting.values()]) send(tap) }
window.addEventListener('online', again)
setInterval(() => { if (waiting.size) again() }, 20000)
window.addEventListener('beforeunload', event => { if (waiting.size) event.preventDefault() })

// Sentence preview: each field names the slot it fills.
for (const field of document.querySelectorAll('[data-slot]')) {
  const slot = document.getElementById(field.getAttribute('data-slot'))
  if (!slot) continue
  field.addEventListener('input', () => {
    const words = field.options ? field.options[field.selectedIndex].text : field.value
    slot.textContent = words.trim() || '…'
  })
}

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())

// Staying signed in: says so two minutes before, and one press stays. Another tab that is used counts for this one.
const ends = document.querySelector('dialog[data-idle]')
if (ends && ends.showModal) {
  const [idle, most] = [Number(ends.dataset.idle), Number(ends.dataset.most)]
  const opened = Date.now()
  const lastCall = opened + most * 1000
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('mainstay-session') : null
  const [soon, last, over] = ['soon', 'last', 'over'].map(name => ends.querySelector(`[data-when=${name}]`))
  const stay = ends.querySelector('form')
  const close = ends.querySelector('[data-close]')
  let until = Math.min(opened + idle * 1000, lastCall)
  let warned = false
  const show = part => {
    for (const one of [soon, last, over]) one.hidden = one !== part
    stay.hidden = part !== soon
    close.hidden = part === soon
    if (!ends.open) ends.showModal()
  }
  const used = () => { until = Math.min(Date.now() + idle * 1000, lastCall); warned = until === lastCall && warned; if (ends.open) ends.close() }
  if (tabs) { tabs.postMessage('used'); tabs.addEventListener('message', used) }
  stay.addEventListener('submit', async event => {
    event.preventDefault()
    try {
      const reply = await fetch(stay.action, { method: 'POST', body: new URLSearchParams(new FormData(stay)), credentials: 'same-origin' })
      if (reply.status === 204) { used(); if (tabs) tabs.postMessage('used') } else show(over)
    } catch { /* no signal: the question stays on the screen */ }
  })
  close.addEventListener('click', () => ends.close())
  setInterval(() => {
    const left = until - Date.now()
    if (left <= 0) { if (over.hidden) show(over) } else if (left <= 120000 && !warned) {
      warned = true
      show(until === lastCall ? last : soon)
    }
  }, 1000)
}
