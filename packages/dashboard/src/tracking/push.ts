const workerPath = '/tracking-worker.js'
const scope = '/track/'

type Texts = Record<'on' | 'off' | 'stop' | 'ask' | 'refused' | 'failed', string>

/** News on this device, where the browser shows notes: a button that asks for them, and ends them. */
export const offerPush = async () => {
  const section = document.getElementById('tracking-push')
  const button = section?.querySelector('button')
  const status = section?.querySelector('[role="status"]')
  if (!section || !button || !status || !('serviceWorker' in navigator) || !('PushManager' in window)) return
  const { url = '', key = '', number = '', texts: said = '{}' } = section.dataset
  const texts: Texts = JSON.parse(said)
  // One browser is one address for all its shipments: for which of them it asked, it remembers itself.
  const kept = `push ${number}`
  let isOn = remembered(kept) && (await subscription()) !== null
  const show = () => {
    button.textContent = isOn ? texts.stop : texts.ask
  }
  show()
  section.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      const outcome = await (isOn ? end(url) : ask(url, key))
      if (outcome !== 'refused') {
        isOn = outcome === 'on'
        remember(kept, isOn)
      }
      status.textContent = texts[outcome]
    } catch {
      status.textContent = texts.failed
    }
    button.disabled = false
    show()
  })
}

const subscription = async () => {
  const registration = await navigator.serviceWorker.getRegistration(scope)
  return registration?.active?.scriptURL.endsWith(workerPath) ? registration.pushManager.getSubscription() : null
}

const ask = async (url: string, key: string): Promise<'on' | 'refused'> => {
  if ((await Notification.requestPermission()) !== 'granted') return 'refused'
  await navigator.serviceWorker.register(workerPath, { scope })
  const registration = await activeRegistration()
  const subscribed = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscribed.toJSON()
  await post(url, { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } })
  return 'on'
}

// Only a worker that is active can be subscribed for; the page itself need not be its own.
const activeRegistration = async () => {
  for (let tries = 0; tries < 100; tries++) {
    const registration = await navigator.serviceWorker.getRegistration(scope)
    if (registration?.active?.scriptURL.endsWith(workerPath)) return registration
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The worker does not become active')
}

const end = async (url: string): Promise<'off'> => {
  const known = await subscription()
  // The browser's address stays, as other shipments may be told of by it.
  if (known) await post(`${url}/stop`, { endpoint: known.endpoint })
  return 'off'
}

const post = async (url: string, body: unknown) => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} is answered with ${response.status}`)
}

// A browser may keep nothing for a page; then it asks again.
const remembered = (name: string) => {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}

const remember = (name: string, isOn: boolean) => {
  try {
    if (isOn) localStorage.setItem(name, 'on')
    else localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing forgets this too; the offer is made again.
  }
}
