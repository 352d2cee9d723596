/**
 * The platform's time. Everything about goods (readings, milestones, arrival times, alerts) happens in it; everything
 * about security (sessions, links) happens in wall-clock time. The two are the same unless a demonstration runs fast.
 */
export type Clock = {
  now: () => Date
  /** How many times as fast as the wall it runs; as fast as that where it is left out. */
  speed?: number
}

/** Platform time was `start` at the wall-clock instant `origin` and has run `speed` times as fast since. */
export type ClockSettings = { origin: Date; start: Date; speed: number }

export const systemClock: Clock = { now: () => new Date() }

export const createClock = ({ origin, start, speed }: ClockSettings, wallClock: Clock = systemClock): Clock => ({
  now: () => new Date(start.getTime() + (wallClock.now().getTime() - origin.getTime()) * speed),
  speed,
})

/**
 * When so many minutes will have passed for people, in platform time. What they are given time for is counted so: a demonstration runs the
 * time of goods fast, and nobody answers in a second what should take a minute.
 */
export const afterPeoplesMinutes = (now: Date, minutes: number, speed = 1) => new Date(now.getTime() + minutes * 60_000 * speed)
