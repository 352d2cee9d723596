import { effect, untracked } from '@preact/signals'
import { deviceAddress } from '../../state/address/devices.ts'
import { devicesCursor } from '../../state/device/devices.ts'
import { searchDevices, searchHealth } from './devices.ts'

// A pause in typing this long is taken for the end of a word.
const settleMs = 300

/** Once the server has more devices than were read, it is asked for those that a text or a health means. */
export const followDeviceSearch = () => {
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const { text, healths } = deviceAddress.value
    const more = devicesCursor.value !== null
    untracked(() => {
      clearTimeout(timer)
      controller.abort()
      controller = new AbortController()
      const { signal } = controller
      if (!more) return
      if (text !== '') timer = setTimeout(() => void searchDevices(text, signal), settleMs)
      for (const health of healths) void searchHealth(health, signal)
    })
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stop()
  }
}
