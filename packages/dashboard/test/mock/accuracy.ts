import type { AccuracyRow } from '@lading/shared/contract/accuracy'
import type { Model } from '@lading/shared/contract/model'

const row = (name: string | null, change: Partial<AccuracyRow> = {}): AccuracyRow => ({
  name,
  cases: 240,
  things: 80,
  meanError: 4.2,
  medianError: 2.6,
  bias: -0.7,
  coverage: 0.78,
  coverageFrom: 0.68,
  coverageUntil: 0.86,
  pinball: 1.3,
  naiveError: 6.1,
  improvement: 0.31,
  before: { cases: 200, meanError: 4.5, coverage: 0.8 },
  ...change,
})

/** Arrivals with figures of all sorts; of everything else nothing is scored yet. */
export const sampleAccuracy = (kind: string, now: Date) => ({
  kind,
  since: new Date(now.getTime() - 30 * 86_400_000).toISOString(),
  until: now.toISOString(),
  coverageClaimed: 0.8,
  all: kind === 'arrival' ? row(null) : null,
  items:
    kind === 'arrival'
      ? [
          row('CNSZX → NL', { cases: 120, things: 40 }),
          row('NLRTM → DE', { cases: 90, improvement: -0.12, coverage: 0.52, coverageFrom: 0.41, coverageUntil: 0.63 }),
          row('WH-NL-VENLO → BE', { cases: 30, things: 10, before: null, bias: 1.2 }),
        ]
      : [],
  nextTruthAt: null,
})

export const sampleModels = (now: Date): Model[] => [
  {
    name: 'arrival',
    isTrained: true,
    versions: [
      {
        version: 2,
        trainedAt: now.toISOString(),
        window: { from: new Date(now.getTime() - 90 * 86_400_000).toISOString(), until: now.toISOString() },
        rows: 820,
        metrics: {},
        inUse: true,
        reason: 'Tested on 410 cases of the past, 14 % better than the plan.',
        why: { code: 'better', cases: 410, improvement: 0.14, isWatched: false },
      },
    ],
    run: {
      id: '00000000-0000-4000-8000-000000000001',
      state: 'running',
      requestedAt: now.toISOString(),
      finishedAt: null,
      partsDone: 2,
      parts: 4,
      outcome: null,
      version: null,
    },
  },
  { name: 'customs', isTrained: true, versions: [], run: null },
  { name: 'demand', isTrained: false, versions: [], run: null },
]
