import { type Clock, createClock, systemClock } from '@lading/shared/clock'
import type { ClockReading } from '@lading/shared/contract/clock'
import { signal } from '@preact/signals'

/** Platform time in milliseconds, moved on by `startTicking`; everything that says "in 3 h" reads it. */
export const nowMs = signal(Date.now())
/** Seconds of platform time a second. */
export const clockSpeed = signal(1)

let clock: Clock = systemClock

/** A clock that goes on from what the server said when its answer came in. */
export const clockOf = ({ now, speed }: ClockReading, wallClock: Clock = systemClock) =>
  createClock({ origin: wallClock.now(), start: new Date(now), speed }, wallClock)

export const setClock = (reading: ClockReading, wallClock?: Clock) => {
  clock = clockOf(reading, wallClock)
  clockSpeed.value = reading.speed
  nowMs.value = clock.now().getTime()
}

/** Returns how to stop. A second is fine enough: the smallest step that is shown is a minute, a second at 60 times the speed. */
export const startTicking = () => {
  const timer = setInterval(() => {
    nowMs.value = clock.now().getTime()
  }, 1000)
  return () => clearInterval(timer)
}
