import { type ChoiceScope, choiceScopes, type DemandChoice, type GroupDecision } from '@lading/shared/domain/demand-choice'
import { verdictOf } from '../../accuracy/beside-naive.ts'
import { pooledBeside, type Tested } from '../../accuracy/pooled.ts'

/** A part of a test by product in its warehouse. */
export type TestedItem = Tested & { product: string; warehouse: string; name: string }

export const nameIn: Record<ChoiceScope, (item: Pick<TestedItem, 'name' | 'product' | 'warehouse'>) => string> = {
  item: ({ name }) => name,
  product: ({ product }) => product,
  warehouse: ({ warehouse }) => warehouse,
}

/**
 * For which products in which warehouses the forecast is used and for which the naive rule, after a test of both. Where one of them was better by more
 * than chance it is that one; otherwise it stays what was decided before, if anything was.
 */
export const decideGroups = (tested: TestedItem[], before: DemandChoice): DemandChoice => {
  const known = new Map(before.decisions.map((decision) => [keyOf(decision), decision]))
  const decisions = choiceScopes.flatMap((scope) =>
    [...Map.groupBy(tested, nameIn[scope])].flatMap(([name, parts]): GroupDecision[] => {
      const { says, cases, improvement } = verdictOf(pooledBeside(parts))
      if (says !== 'worse' && says !== 'better') return []
      return [{ scope, name, uses: says === 'worse' ? 'naive' : 'forecast', cases, improvement }]
    }),
  )
  for (const decision of decisions) known.set(keyOf(decision), decision)
  return { decisions: [...known.values()] }
}

const keyOf = ({ scope, name }: Pick<GroupDecision, 'scope' | 'name'>) => `${scope}\n${name}`

/** What was decided for a product in a warehouse: the narrowest group that anything was decided for. */
export const decisionFor = (
  { decisions }: DemandChoice,
  item: Pick<TestedItem, 'name' | 'product' | 'warehouse'>,
): GroupDecision | undefined =>
  choiceScopes
    .map((scope) => decisions.find((one) => one.scope === scope && one.name === nameIn[scope](item)))
    .find((decision) => decision !== undefined)
