import { type Verdict, verdictOf } from '@lading/models/accuracy/beside-naive'
import { isUsedAfter } from '@lading/models/accuracy/in-use'
import { pooledBeside, pooledFigures, type Tested } from '@lading/models/accuracy/pooled'
import type { WhyUsed } from '@lading/shared/domain/model'
import type { Trainable } from './trainable.ts'

type Part = Tested & { group: string }

export type Conclusion = { inUse: boolean; reason: string; why: WhyUsed; metrics: Record<string, number | null> }

/** From what the parts of a test showed: whether the model is used, why, and how good it was. */
export const conclude = (
  parts: Part[],
  { naive, isApplied, wasInUse }: Pick<Trainable, 'naive' | 'isApplied'> & { wasInUse: boolean },
): Conclusion => {
  const wholes = parts.filter(({ group }) => group === '')
  const verdict = verdictOf(pooledBeside(wholes))
  const reason = `${sentences[verdict.says](verdict, naive)}${isApplied ? '' : watched}`
  const { says: code, cases, improvement } = verdict
  const why: WhyUsed = { code, cases, improvement, isWatched: !isApplied }
  return { inUse: isApplied && isUsedAfter(verdict, wasInUse), reason, why, metrics: metricsOf(wholes, verdict) }
}

const watched = ' Predictions are not made with it yet.'

const sentences: Record<Verdict['says'], (verdict: Verdict, naive: string) => string> = {
  better: ({ improvement, cases }, naive) => `Tested on ${cases} cases of the past, ${percent(improvement)} better than ${naive}.`,
  worse: ({ improvement, cases }, naive) =>
    `Tested on ${cases} cases of the past, ${percent(improvement === null ? null : -improvement)} worse than ${naive}.`,
  undecided: ({ cases }, naive) => `Tested on ${cases} cases of the past, neither better nor worse than ${naive} by more than chance.`,
  'too-few': ({ cases }, naive) => `Only ${cases} cases of the past to test on: too few to tell whether it is better than ${naive}.`,
}

const percent = (share: number | null) => (share === null ? 'much' : `${Math.round(share * 100)} %`)

const metricsOf = (wholes: Part[], { cases, improvement, p }: Verdict) => {
  const { meanError = null, bias = null, coverage = null, pinball = null } = pooledFigures(wholes) ?? {}
  return { cases, improvement, p, meanError, bias, coverage, pinball }
}
