import { type ConditionName, conditionNames } from '@lading/shared/domain/reading'
import type { Fix } from './fix.ts'
import type { Figures, HourlyFigures } from './hourly-figures.ts'

/** Hourly figures as both databases answer them: one name, one number, or nothing. */
export type HourlyRow = { [name: string]: number | null | undefined }

export const figureName = (measurement: ConditionName, figure: keyof Figures) => `${measurement}_${figure}`

const fixIn = (row: HourlyRow): Fix | undefined => {
  const { fixAtMs, lat, lon, speedKmh, headingDeg } = row
  if (typeof fixAtMs !== 'number' || typeof lat !== 'number' || typeof lon !== 'number') return undefined
  return {
    recordedAtMs: fixAtMs,
    lat,
    lon,
    ...(typeof speedKmh === 'number' && { speedKmh }),
    ...(typeof headingDeg === 'number' && { headingDeg }),
  }
}

export const fromHourlyRow = (deviceId: string, row: HourlyRow): HourlyFigures => {
  const { hourMs, count, firstMs, lastMs } = row as { [name: string]: number }
  const conditions: HourlyFigures['conditions'] = {}
  for (const name of conditionNames) {
    const figure = (each: keyof Figures) => row[figureName(name, each)] as number
    if (figure('count') > 0) conditions[name] = { count: figure('count'), min: figure('min'), mean: figure('mean'), max: figure('max') }
  }
  const fix = fixIn(row)
  return { deviceId, hourMs, count, firstMs, lastMs, ...(fix && { fix }), conditions } as HourlyFigures
}
