/** Who comes back within this time finds the page as they left it. */
const freshMs = 5 * 60_000

/**
 * Whoever comes back to a page that was left open sees it as it is now; without a connection it says that this is how it was. What somebody
 * began to fill in is never taken from them.
 */
export const keepFresh = () => {
  const openedMs = Date.now()
  const line = document.querySelector<HTMLElement>('.tracking-updated')
  if (!line) return
  const ask = async () => {
    if (document.visibilityState !== 'visible' || Date.now() - openedMs < freshMs || isFilledIn()) return
    const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined)
    if (!answer) line.textContent = line.dataset.stale ?? ''
    else if (answer.ok) location.reload()
  }
  document.addEventListener('visibilitychange', ask)
  window.addEventListener('online', ask)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void ask()
  })
}

const isFilledIn = () =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.tracking-main :is(input, textarea)')].some((field) =>
    field.type === 'checkbox' || field.type === 'radio'
      ? (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
      : field.value !== field.defaultValue,
  )
