import { verdictOf } from '@lading/models/accuracy/beside-naive'
import { pooledBeside, pooledFigures, type Tested } from '@lading/models/accuracy/pooled'
import type { BacktestGroup } from '@lading/shared/contract/accuracy'
import type { BacktestGrouping } from '@lading/shared/domain/accuracy'
import { type ChoiceScope, type DemandChoice, readItemName } from '@lading/shared/domain/demand-choice'

type Model = { name: string; inUse: boolean; state: unknown } | undefined

/** All parts of a test together by group, the worst beside the naive rule first, and which of the two is used for it. */
export const toBacktestGroups = (tested: (Tested & { group: string })[], by: BacktestGrouping, model: Model): BacktestGroup[] => {
  const named = tested.flatMap((part) => {
    const name = nameOf(part.group, by)
    return name ? { ...part, name } : []
  })
  return [...Map.groupBy(named, ({ name }) => name)]
    .flatMap(([name, parts]): BacktestGroup[] => {
      const figures = pooledFigures(parts)
      if (!figures) return []
      const beside = pooledBeside(parts)
      const { says, improvement } = verdictOf(beside)
      const { cases, meanError, bias, coverage } = figures
      return [
        {
          ...{ name, cases, meanError, bias, coverage, improvement, verdict: says },
          naiveError: beside.cases > 0 ? beside.naiveErrors / beside.cases : null,
          uses: usesOf(model, scopeOf[by], name),
        },
      ]
    })
    .toSorted((one, other) => (one.improvement ?? 0) - (other.improvement ?? 0) || (one.name < other.name ? -1 : 1))
}

const nameOf = (group: string, by: BacktestGrouping) => (group === '' ? undefined : by === 'group' ? group : readItemName(group)?.[by])

const scopeOf: Record<BacktestGrouping, ChoiceScope> = { group: 'item', product: 'product', warehouse: 'warehouse' }

// Only demand is decided group by group, and before any test its forecast is used.
const usesOf = (model: Model, scope: ChoiceScope, name: string): BacktestGroup['uses'] => {
  if (!model?.inUse) return 'naive'
  const decisions = model.name === 'demand' ? ((model.state as DemandChoice | null)?.decisions ?? []) : []
  const decision = decisions.find((one) => one.scope === scope && one.name === name)
  return decision?.uses === 'naive' ? 'naive' : 'model'
}
