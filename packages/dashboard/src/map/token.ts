const probe = document.createElement('span')

/** The colour a design token has right now. Canvas knows no custom properties, and light-dark() is resolved only in use. */
export const tokenColour = (name: string) => {
  probe.style.color = `var(${name})`
  document.documentElement.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
