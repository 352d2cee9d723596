import type { AccuracyGroup } from '@lading/shared/domain/accuracy'
import type { PredictionKind } from '@lading/shared/domain/model'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

export type ScoreFigures = {
  /** The group; nothing for all together. */
  name: string | null
  cases: number
  /** Shipments, or products in warehouses: cases of one of them are not independent. */
  things: number
  meanError: number
  medianError: number
  bias: number
  covered: number
  pinball: number
  /** Of the cases for which the naive rule said something: its mean error, and that of the predictions beside it. */
  naiveError: number | null
  errorBesideNaive: number | null
}

type Window = { kind: PredictionKind; from: Date; until: Date }

/** What predictions were worth whose truth came in the window, all together, or for each group that has any. */
export const accuracyOf = async (db: Db, { kind, from, until }: Window, by?: AccuracyGroup): Promise<ScoreFigures[]> => {
  const group = by ? sql`${sql.identifier(by)}` : sql`null::text`
  const rows = await db.execute<ScoreFigures>(sql`
    select ${group} as name, count(*)::int as cases, count(distinct key)::int as things,
      avg(abs(p50 - actual)) as "meanError",
      percentile_cont(0.5) within group (order by abs(p50 - actual)) as "medianError",
      avg(p50 - actual) as bias,
      count(*) filter (where actual between p10 and p90)::int as covered,
      avg((greatest(0.1 * (actual - p10), 0.9 * (p10 - actual)) + greatest(0.5 * (actual - p50), 0.5 * (p50 - actual))
        + greatest(0.9 * (actual - p90), 0.1 * (p90 - actual))) / 3) as pinball,
      avg(abs(naive - actual)) as "naiveError",
      avg(abs(p50 - actual)) filter (where naive is not null) as "errorBesideNaive"
    from prediction_score
    where kind = ${kind} and actual_at >= ${from.toISOString()} and actual_at < ${until.toISOString()}
      ${by ? sql`and ${group} is not null` : sql``}
    ${by ? sql`group by ${group} order by cases desc, ${group} limit 500` : sql`having count(*) > 0`}`)
  return [...rows]
}
