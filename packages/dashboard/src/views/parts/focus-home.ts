const homesOf = (element: Element | null): HTMLElement[] => {
  const home = element?.closest<HTMLElement>('[data-focus-home]')
  return home ? [home, ...homesOf(home.parentElement)] : []
}

/**
 * Remembers where the focus is. The answer gives it back after a change: when what had it is gone, as a button is that can be used no
 * more, to what it stood in, or else to the list, so that whoever works by keyboard goes on where they were.
 */
export const rememberFocus = () => {
  const homes = homesOf(document.activeElement)
  return () => {
    // After the change has been drawn, and after a dialog has given the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return
        const home = homes.find((each) => each.isConnected) ?? document.querySelector<HTMLElement>('.listbox, .left-pane .note')
        home?.focus()
      }),
    )
  }
}
