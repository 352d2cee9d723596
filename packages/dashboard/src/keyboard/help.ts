import { signal } from '@preact/signals'

/** Whether the sheet with all shortcuts is open. */
export const helpShown = signal(false)

export const showHelp = () => {
  helpShown.value = true
}
