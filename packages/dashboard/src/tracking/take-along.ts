/** Passing the page on and printing it: buttons that wait in the page, hidden, for somebody who makes them work. */
export const offerToTakeAlong = () => {
  const share = document.getElementById('tracking-share')
  const status = document.getElementById('tracking-share-status')
  if (share && status) {
    share.hidden = false
    share.addEventListener('click', async () => {
      status.textContent = await passOn(share.dataset)
    })
  }
  const print = document.getElementById('tracking-print')
  if (print) {
    print.hidden = false
    print.addEventListener('click', () => window.print())
  }
}

/** By what the device has for it; otherwise the address goes to the clipboard. Says what came of it where the device does not. */
const passOn = async ({ copied = '', failed = '' }: DOMStringMap) => {
  // The language that was asked for by hand is the reader's own.
  const url = location.origin + location.pathname
  if ('share' in navigator) {
    try {
      await navigator.share({ title: document.title, url })
      return ''
    } catch (error) {
      if ((error as Error).name === 'AbortError') return ''
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return copied
  } catch {
    return failed
  }
}
