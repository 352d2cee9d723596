/** `#rrggbb`, in small letters. */
export type Colour = string

const channels = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

// WCAG 2.2, relative luminance, in sRGB.
const luminance = (colour: Colour) => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (one: Colour, other: Colour) => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** What text needs (WCAG 2.2, 1.4.3). */
export const textContrast = 4.5

/** What is written on a colour: white or almost black, whichever can be read better. What can be read on a ground of ours can be written on with one of them. */
export const inkOn = (colour: Colour): Colour => (contrastOf(colour, '#ffffff') >= contrastOf(colour, '#0f151b') ? '#ffffff' : '#0f151b')

/** On what the pages for recipients write in the accent colour, in light and in dark; the same as in the dashboard's tokens. */
export const grounds = { light: ['#ffffff', '#f4f6f8'], dark: ['#131a21', '#0f151b'] } as const
export type Scheme = keyof typeof grounds

/** The worst contrast that an accent has where it is written. */
export const accentContrast = (accent: Colour, scheme: Scheme) => Math.min(...grounds[scheme].map((ground) => contrastOf(accent, ground)))
