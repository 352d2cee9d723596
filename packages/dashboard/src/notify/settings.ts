import { signal } from '@preact/signals'
import { remember, remembered } from '../storage.ts'

/** How a browser tells of new critical alerts, each for itself: nothing until somebody asks for it. */
export const notifyWays = ['sound', 'desktop', 'aloud'] as const
export type NotifyWay = (typeof notifyWays)[number]

/** Read to people who cannot see it, it is on until somebody pauses it; a sound and a window of the system have to be asked for. */
const usual: Record<NotifyWay, boolean> = { sound: false, desktop: false, aloud: true }

const keyOf = (way: NotifyWay) => `lading-notify-${way}`
const read = (way: NotifyWay) => ({ on: true, off: false })[remembered(keyOf(way)) ?? ''] ?? usual[way]

export const notifyBy = {
  sound: signal(read('sound')),
  desktop: signal(read('desktop')),
  aloud: signal(read('aloud')),
}

/** Turns one way on or off and leaves the others as they are. */
export const setNotifyBy = (way: NotifyWay, on: boolean) => {
  notifyBy[way].value = on
  remember(keyOf(way), on ? 'on' : 'off')
}
