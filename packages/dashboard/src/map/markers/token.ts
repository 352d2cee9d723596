const probe = document.createElement('span')

/**
 * The colour a design token has right now, or so much of it. Canvas knows no custom properties, and light-dark() is resolved only in use.
 */
export const tokenColour = (name: string, sharePct = 100) => {
  probe.style.color = sharePct === 100 ? `var(${name})` : `color-mix(in srgb, var(${name}) ${sharePct}%, transparent)`
  document.documentElement.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
