/**
 * The platform's time. Everything about goods (readings, milestones, arrival times, alerts) happens in it; everything
 * about security (sessions, links) happens in wall-clock time. The two are the same unless a demonstration runs fast.
 */
export type Clock = { now: () => Date }

/** Platform time was `start` at the wall-clock instant `origin` and has run `speed` times as fast since. */
export type ClockSettings = { origin: Date; start: Date; speed: number }

export const systemClock: Clock = { now: () => new Date() }

export const createClock = ({ origin, start, speed }: ClockSettings, wallClock: Clock = systemClock): Clock => ({
  now: () => new Date(start.getTime() + (wallClock.now().getTime() - origin.getTime()) * speed),
})
