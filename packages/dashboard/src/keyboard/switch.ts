import { signal } from '@preact/signals'
import { remember, remembered } from '../storage.ts'

const key = 'lading-shortcuts'

/** Whether single letters do something. Who speaks to the computer, or strikes keys by accident, switches it off. */
export const lettersOn = signal(remembered(key) !== 'off')

export const switchLetters = (on: boolean) => {
  lettersOn.value = on
  remember(key, on ? undefined : 'off')
}
