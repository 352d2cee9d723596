import type { FactsOf } from '@lading/shared/domain/alert-facts'
import type { Reading } from '@lading/shared/domain/reading'
import { minuteMs } from '../fix.ts'
import { plain, type Rule, type Seen } from './rule.ts'

/** A door that is opened for loading warms the air at the sensor for some minutes; the goods hardly notice. */
const leastMs = 10 * minuteMs
/** Within the limits by so much before it counts as over, so that a value on the limit does not open and close alerts. */
const hysteresisC = 0.5
/** Critical beyond the limit by so much, or for so long. */
const criticalC = 3
const criticalMinutes = 60

type Measured = { atMs: number; temperatureC: number }

/** Out of the shipment's limits in at least two readings that lie ten minutes apart. Closes when two in a row are well within. */
export const temperature: Rule = (seen, open) => {
  const { temperatureMinC: min, temperatureMaxC: max } = seen.shipment.limits
  if (min === null && max === null) return 'over'
  const beyondC = (value: number) => Math.max(min === null ? -Infinity : min - value, max === null ? -Infinity : value - max)
  const margin = min !== null && max !== null ? Math.min(hysteresisC, (max - min) / 4) : hysteresisC

  const measured = seen.readings.flatMap(measuredOf)
  const latest = measured.at(-1)
  if (!latest) return 'unclear'
  const newest = measured.slice(-2)
  const isOver = newest.length === 2 && newest.every(({ temperatureC }) => beyondC(temperatureC) <= -margin)
  const excursion = longestRun(measured, ({ temperatureC }) => beyondC(temperatureC) > 0, seen)
  if (open ? isOver : !excursion) return isOver ? 'over' : 'unclear'

  const sinceAt = open ? String(open.facts.sinceAt) : new Date(excursion?.[0]?.atMs ?? latest.atMs).toISOString()
  const known = open && typeof open.facts.worstC === 'number' ? [open.facts.worstC] : []
  const values = [...known, ...measured.filter(({ atMs }) => atMs >= Date.parse(sinceAt)).map(({ temperatureC }) => temperatureC)]
  const worstC = values.reduce((worst, value) => (beyondC(value) > beyondC(worst) ? value : worst), latest.temperatureC)
  const minutes = Math.round((latest.atMs - Date.parse(sinceAt)) / minuteMs)
  const tooCold = min !== null && worstC < min
  const limit = tooCold ? `at least ${plain(min)} °C` : `at most ${plain(max ?? 0)} °C`
  return {
    severity: beyondC(worstC) >= criticalC || minutes >= criticalMinutes ? 'critical' : 'warning',
    message: `The goods are at ${plain(latest.temperatureC)} °C and should be ${limit}; the worst so far is ${plain(worstC)} °C.`,
    facts: { temperatureC: latest.temperatureC, worstC, limitMinC: min, limitMaxC: max, sinceAt, minutes } satisfies FactsOf['temperature'],
    figure: { name: 'worstC', step: 0.5, material: tooCold ? -2 : 2 },
  }
}

const measuredOf = ({ recordedAtMs: atMs, temperatureC }: Reading): Measured[] =>
  temperatureC === undefined ? [] : [{ atMs, temperatureC }]

// The longest row of readings outside the limits, if it is long enough to count and goes on into what is new.
const longestRun = (measured: Measured[], isOutside: (each: Measured) => boolean, { newSinceMs }: Seen) => {
  const runs: Measured[][] = []
  let run: Measured[] = []
  for (const each of measured) {
    if (isOutside(each)) {
      if (run.length === 0) runs.push(run)
      run.push(each)
    } else run = []
  }
  const lengthMs = (each: Measured[]) => (each.at(-1)?.atMs ?? 0) - (each[0]?.atMs ?? 0)
  return runs
    .filter((each) => lengthMs(each) >= leastMs && (each.at(-1)?.atMs ?? 0) > newSinceMs)
    .reduce<Measured[] | undefined>((longest, each) => (longest && lengthMs(longest) >= lengthMs(each) ? longest : each), undefined)
}
