import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { lowBatteryPct } from '@lading/shared/domain/device-health'
import { plain, type Rule } from './rule.ts'

/** Opens below `lowBatteryPct`, closes above this; the gap keeps a battery that recovers in the sun from opening and closing alerts. */
const wellPct = 25
const emptyPct = 5

/** The device will soon be silent. Two readings in a row have to say so: trackers report a zero now and then. */
export const lowBattery: Rule = ({ readings }) => {
  const [before, last] = readings.flatMap(({ batteryPct }) => batteryPct ?? []).slice(-2)
  if (before === undefined || last === undefined) return 'unclear'
  const batteryPct = Math.max(before, last)
  if (batteryPct > wellPct) return last > wellPct ? 'over' : 'unclear'
  if (batteryPct >= lowBatteryPct) return 'unclear'
  return {
    severity: batteryPct < emptyPct ? 'critical' : 'warning',
    message: `The device's battery is down to ${plain(batteryPct)} %.`,
    facts: { batteryPct } satisfies FactsOf['low-battery'],
    figure: { name: 'batteryPct', step: 5, material: -5 },
  }
}
