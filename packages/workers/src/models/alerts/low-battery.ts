import { plain, type Rule } from './rule.ts'

/** Opens below, closes above; the gap keeps a battery that recovers in the sun from opening and closing alerts. */
const lowPct = 15
const wellPct = 25
const emptyPct = 5

/** The device will soon be silent. */
export const lowBattery: Rule = ({ readings }) => {
  const batteryPct = readings.findLast((reading) => reading.batteryPct !== undefined)?.batteryPct
  if (batteryPct === undefined) return 'unclear'
  if (batteryPct > wellPct) return 'over'
  if (batteryPct >= lowPct) return 'unclear'
  return {
    severity: batteryPct < emptyPct ? 'critical' : 'warning',
    message: `The device's battery is down to ${plain(batteryPct)} %.`,
    facts: { batteryPct },
    figure: { name: 'batteryPct', step: 5 },
  }
}
