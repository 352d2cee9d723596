import type { Accuracy, AccuracyRow, Backtests } from '@lading/shared/contract/accuracy'
import type { Model } from '@lading/shared/contract/model'
import type { AccuracyGroup, BacktestGrouping } from '@lading/shared/domain/accuracy'
import type { PredictionKind } from '@lading/shared/domain/model'
import { signal } from '@preact/signals'
import { locale } from '../i18n/t.ts'
import type { Failure } from './server/failure.ts'

export type Loaded<Value> = { status: 'loading' } | { status: 'failed'; failure: Failure } | { status: 'ready'; value: Value }

/** What is shown; kept while it is asked for anew. */
export const accuracy = signal<Loaded<Accuracy>>({ status: 'loading' })
export const models = signal<Loaded<Model[]>>({ status: 'loading' })
export const backtests = signal<Loaded<Backtests>>({ status: 'loading' })

/** What each kind of prediction can be grouped by. */
export const groupsOf: Record<PredictionKind, readonly AccuracyGroup[]> = {
  arrival: ['lane', 'carrier', 'country', 'mode', 'horizon'],
  clearance: ['country', 'mode', 'lane', 'horizon'],
  demand: ['product', 'warehouse', 'horizon'],
}

/** The model that makes predictions of a kind. */
export const modelOf = { arrival: 'arrival', clearance: 'customs', demand: 'demand' } as const

/** How the test on the past is grouped beside figures that are grouped by something: alike where it can be. */
export const backtestGroupOf = (kind: PredictionKind, by: AccuracyGroup): BacktestGrouping =>
  kind === 'demand' && (by === 'product' || by === 'warehouse') ? by : 'group'

export const accuracyColumns = ['name', 'cases', 'error', 'naive', 'improvement', 'coverage', 'bias', 'drift'] as const
export type AccuracyColumn = (typeof accuracyColumns)[number]

/** How the error went since the span before: above 0 where it grew. Nothing where there was none, or an error of 0. */
export const driftOf = ({ meanError, before }: AccuracyRow) => (before && before.meanError > 0 ? meanError / before.meanError - 1 : null)

const readColumn: Record<Exclude<AccuracyColumn, 'name'>, (row: AccuracyRow) => number | null> = {
  cases: ({ cases }) => cases,
  error: ({ meanError }) => meanError,
  naive: ({ naiveError }) => naiveError,
  improvement: ({ improvement }) => improvement,
  coverage: ({ coverage }) => coverage,
  bias: ({ bias }) => Math.abs(bias),
  drift: driftOf,
}

/** In the order of a column; rows without a value come last whichever way it goes, and equal ones stay in the order of their names. */
export const sortRows = (rows: AccuracyRow[], { by, descending }: { by: AccuracyColumn; descending: boolean }) => {
  const sign = descending ? -1 : 1
  const byName = (one: AccuracyRow, other: AccuracyRow) =>
    (one.name ?? '').localeCompare(other.name ?? '', locale, { numeric: true, sensitivity: 'base' })
  if (by === 'name') return rows.toSorted((one, other) => sign * byName(one, other))
  const read = readColumn[by]
  return rows.toSorted((one, other) => {
    const [a, b] = [read(one), read(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other)
    return sign * (a - b) || byName(one, other)
  })
}

export type CoverageVerdict = 'as-claimed' | 'too-little' | 'too-much'

/** Whether what intervals claim lies in what the coverage may be. */
export const coverageVerdict = ({ coverageFrom, coverageUntil }: AccuracyRow, claimed: number): CoverageVerdict =>
  coverageUntil < claimed ? 'too-little' : coverageFrom > claimed ? 'too-much' : 'as-claimed'
