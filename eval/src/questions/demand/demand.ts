import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { forecastMany } from '@lading/models/demand/forecast'
import type { DemandSeries } from '@lading/models/demand/series'
import type { OnData } from '../../question.ts'
import { negativeBinomialDemand, normalDemand, poissonDemand } from './baselines/lead-time.ts'
import { naive2, seasonalNaive } from './baselines/naive2.ts'
import { damped, ses, theta } from './baselines/smoothing.ts'
import { isCount, measure } from './measures.ts'
import { readSeries, type TestSeries } from './read-series.ts'

const points = { naive2, seasonalNaive, ses, damped, theta }
const leadTimes = { normal: normalDemand, poisson: poissonDemand, negativeBinomial: negativeBinomialDemand }

/** What the model may see: everything but the answers. */
const known = ({ train, period, horizon, regressors, futureRegressors, group }: TestSeries) => ({
  values: train,
  period,
  horizon,
  regressors,
  futureRegressors,
  group,
})

const find = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return path.endsWith('.csv') ? [path] : []
  const names = await readdir(path)
  return names
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(path, name))
}

/** `monthly.part2.csv` is a part of the set `monthly`. */
const nameOf = (file: string) => basename(file, '.csv').split('.')[0] as string

/** The forecasts, and how many a second: those made in half a second at least, as what takes milliseconds says little of a speed. */
const timed = (series: DemandSeries[]) => {
  const started = performance.now()
  const forecasts = forecastMany(series)
  let runs = 1
  for (; performance.now() - started < 500; runs += 1) forecastMany(series)
  return { forecasts, perSecond: (1000 * runs * series.length) / (performance.now() - started) }
}

const judge = async (file: string) => {
  const series = await readSeries(file)
  const { forecasts, perSecond } = timed(series.map(known))
  const reference = measure(
    series,
    series.map((one) => ({ point: naive2(one) })),
  )
  const baselines = Object.entries(points).map(([name, rule]) => [
    name,
    measure(
      series,
      series.map((one) => ({ point: rule(one) })),
      reference,
    ),
  ])
  const counts = series.every(({ train }) => isCount(train))
  const counted = Object.entries(counts ? leadTimes : {}).map(([name, rule]) => [
    name,
    measure(
      series,
      series.map((one) => ({ cumulative: rule(one) })),
    ),
  ])
  return {
    set: nameOf(file),
    n: series.length,
    model: measure(series, forecasts, reference),
    baselines: Object.fromEntries([...baselines, ...counted]),
    seriesPerSecond: perSecond,
  }
}

/** How much of each product will be sold, period by period, and over a lead time. */
export const demand: OnData = {
  name: 'demand',
  about: 'what will be sold: OWA against Naive2, scaled pinball loss, coverage, and demand over the first three periods',
  find,
  judge,
  shown: ['smape', 'mase', 'owa', 'spl95', 'coverage80', 'coverage95', 'cum3Pinball', 'cum3Coverage95'],
  decides: { owa: 'lower', cum3Pinball: 'lower' },
}
