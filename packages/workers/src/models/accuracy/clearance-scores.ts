import { horizonOf } from '@lading/models/accuracy/horizons'
import { clearanceKey, type ReleasedEntry } from '@lading/store/postgres/clearance-prediction/unscored'
import type { PredictionScore } from '@lading/store/postgres/prediction-score/keep'
import { hourMs } from '../fix.ts'
import { laneOf } from './lane.ts'

/**
 * What the predictions of a release were worth: of each horizon the first that was made, so that a clearance counts once and not once for
 * every time it was looked at. The naive rule said at the same moment what is usual in the country.
 */
export const clearanceScores = (entry: ReleasedEntry, scoredAt: Date): PredictionScore[] => {
  const { country, mode, origin, destination, releasedAt, predictions } = entry
  const first = new Map<string, ReleasedEntry['predictions'][number]>()
  for (const prediction of predictions) {
    const horizon = horizonOf(prediction.p50).name
    if (prediction.madeAt < releasedAt && !first.has(horizon)) first.set(horizon, prediction)
  }
  return [...first].map(([horizon, { madeAt, p10, p50, p90, naive }]) => ({
    kind: 'clearance' as const,
    key: clearanceKey(entry),
    ...{ madeAt, horizon, horizonHours: p50 },
    ...{ lane: laneOf(origin, destination), mode, country },
    ...{ p10, p50, p90, naive },
    actual: (releasedAt.getTime() - madeAt.getTime()) / hourMs,
    actualAt: releasedAt,
    scoredAt,
  }))
}
