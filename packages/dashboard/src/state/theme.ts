import { signal } from '@preact/signals'
import { remember, remembered } from '../storage.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'lading-theme'

const stored = () => themes.find((theme) => theme === remembered(key))

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
  remember(key, next)
}

export const startTheme = () => {
  apply(stored() ?? 'system')
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    colourScheme.value++
  })
}
