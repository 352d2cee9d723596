import { signal } from '@preact/signals'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'lading-theme'

// Private windows of some browsers refuse storage altogether; the choice then lasts as long as the page.
const stored = () => {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key))
  } catch {
    return undefined
  }
}

export const theme = signal<Theme>('system')
/** Counts changes of colour, whoever made them; what is drawn on canvas listens to it. */
export const colourScheme = signal(0)

const apply = (next: Theme) => {
  theme.value = next
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  colourScheme.value++
}

export const chooseTheme = (next: Theme) => {
  apply(next)
  try {
    localStorage.setItem(key, next)
  } catch {
    // The same private windows as above.
  }
}

export const startTheme = () => {
  apply(stored() ?? 'system')
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colourScheme.value++
  })
}
