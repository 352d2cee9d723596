/** Keeps the screen on while the page is seen, where the browser can; returns how to stop. */
export const keepAwake = () => {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const ask = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (isOver) void lock.release()
    } catch {
      // Refused when the battery is low or by policy: the screen then sleeps as its owner set it.
    }
  }
  // A browser lets go of it when the page is hidden.
  const again = () => void ask()
  void ask()
  document.addEventListener('visibilitychange', again)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
