import { conditionNames } from '@lading/shared/domain/reading'
import type { Figures, HourlyFigures } from '../hourly-figures.ts'
import { figureName } from '../hourly-row.ts'
import { escapeTag } from './line-protocol.ts'

const figures = ['count', 'min', 'mean', 'max'] as const satisfies (keyof Figures)[]

/** Hourly figures as a line of InfluxDB's line protocol, at the beginning of the hour. */
export const toHourlyLine = ({ deviceId, hourMs, count, firstMs, lastMs, fix, conditions }: HourlyFigures): string => {
  let line = `reading_hourly,device=${escapeTag(deviceId)} count=${count},firstMs=${firstMs},lastMs=${lastMs}`
  if (fix) {
    line += `,fixAtMs=${fix.recordedAtMs},lat=${fix.lat},lon=${fix.lon}`
    if (fix.speedKmh !== undefined) line += `,speedKmh=${fix.speedKmh}`
    if (fix.headingDeg !== undefined) line += `,headingDeg=${fix.headingDeg}`
  }
  for (const name of conditionNames) {
    const all = conditions[name]
    if (all) for (const figure of figures) line += `,${figureName(name, figure)}=${all[figure]}`
  }
  return `${line} ${hourMs}`
}
