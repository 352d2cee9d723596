import { roughTheta } from '../methods/dynamic-theta.ts'
import { inLogarithms } from '../methods/in-logarithms.ts'
import { lossAt, type Member } from './member.ts'
import { putBack, type Seen, type Setting, see } from './setting.ts'

/** Seasons of calendars, looked for where the period says nothing of them: a year of weeks or months, a week or a day of its parts. */
const longerSeasons: Record<number, number[]> = { 1: [52, 12, 7, 24, 4], 7: [364], 24: [168], 48: [336] }

/** So many series tell what suits the pool. */
const enoughSeries = 100

/** What is older helps no forecast enough to be worth the time. */
const longestWindow = 1000

/** Another setting has to be better than the plain one even if so many tests had shown it that much worse before. */
const doubt = { tests: 10, loss: 1.05 }

const settingsFor = (period: number): Setting[] =>
  [period, ...(longerSeasons[period] ?? [])].flatMap((season) =>
    (season > 1 ? [longestWindow, 4 * season] : [longestWindow, 200, 60]).map((window) => ({ season, window })),
  )

/** Whether the history shows a season that nobody named, and is long enough for the window to matter. */
const tells = ({ season, window }: Setting, length: number, period: number) =>
  (season === period || length >= 3 * season) && (window === longestWindow || length > 1.2 * window)

const probe = inLogarithms(roughTheta)

const lossOf = (member: Member, origin: number, seen: Seen, horizon: number) =>
  lossAt(member, origin, putBack(probe(seen.values, seen.values.length, horizon, seen.indices.length), seen))

/** The mean of losses relative to those of the plain choice, each test of some worth, in the face of doubt. */
const score = (pairs: [plain: number, other: number][], worth: number) => {
  const sum = pairs.reduce((total, [plain, other]) => total + (plain + other > 0 ? (2 * other) / (plain + other) : 1), 0)
  return (worth * sum + doubt.tests * doubt.loss) / (worth * pairs.length + doubt.tests)
}

/**
 * Which season to take out of each series and how much of the past to look at: what would have served the pool best
 * (theta as the probe) among what the series is long enough for.
 */
export const chooseSettings = (pool: Member[], period: number, horizon: number): Setting[] => {
  const settings = settingsFor(period)
  const plain = settings[0] as Setting
  const pairs = settings.map((): [number, number][] => [])
  const every = Math.max(1, Math.floor(pool.length / enoughSeries))
  for (const [index, one] of pool.entries()) {
    if (index % every !== 0) continue
    for (const origin of one.origins) {
      const candidates = settings.filter((setting) => setting === plain || tells(setting, origin, period))
      if (candidates.length === 1) continue
      const loss = (setting: Setting) => lossOf(one, origin, see({ values: one.values, length: origin, setting }), horizon)
      const reference = loss(plain)
      for (const setting of candidates) if (setting !== plain) pairs[settings.indexOf(setting)]?.push([reference, loss(setting)])
    }
  }
  // Tests of one series overlap: all of them together are worth two at most.
  const worth = Math.min(1, 2 / pool.reduce((most, { origins }) => Math.max(most, origins.length), 1))
  const order = settings
    .map((setting, at) => ({ setting, loss: setting === plain ? 1 : score(pairs[at] as [number, number][], worth) }))
    .sort((one, other) => one.loss - other.loss)
  return pool.map(({ values }) => order.find(({ setting }) => setting === plain || tells(setting, values.length, period))?.setting ?? plain)
}
