import { blocksOf } from './blocks.ts'
import { type Component, codesIn, componentsOf } from './component.ts'
import { countCrosses, evidenceOf } from './count-crosses.ts'
import type { Cross } from './cross.ts'
import type { Declarations, Roles } from './declarations.ts'
import { type Features, featuresOf } from './features.ts'
import { type CrossPlan, findCrosses } from './find-crosses.ts'
import { learnPrices, type Prices, withPrices } from './prices.ts'

/** What turns declarations into the columns that trees are grown on. */
export type Encoder = { roles: Roles; prices: Prices; components: Component[]; crosses: Cross[]; rate: number; numbers: string[] }

/** Which components are grouped by, by name, so that another part of the data can be encoded alike. */
export type EncoderPlan = { components: string[]; crosses: CrossPlan[] }

export const planEncoder = (declarations: Declarations, answers: Float64Array, roles: Roles): EncoderPlan => {
  const priced = withPrices(declarations, roles, learnPrices(declarations, roles))
  const components = componentsOf(priced, roles)
  const codes = components.map((component) => codesIn(component, priced))
  return { components: components.map(({ name }) => name), crosses: findCrosses(codes, answers, blocksOf(declarations)) }
}

/** The encoder, and the features of the very declarations it is learnt from, each as the other stretches of time tell it. */
export const learnEncoder = (declarations: Declarations, answers: Float64Array, roles: Roles, plan: EncoderPlan) => {
  const prices = learnPrices(declarations, roles)
  const priced = withPrices(declarations, roles, prices)
  const byName = new Map(componentsOf(priced, roles).map((component) => [component.name, component]))
  // A component may have become constant in this part of the data; nobody is told apart by it then.
  const components = plan.components.map(
    (name): Component => byName.get(name) ?? { kind: 'range', name, column: '', edges: new Float64Array(0) },
  )
  const codes = components.map((component) => codesIn(component, priced))
  const { crosses, evidence, rate } = countCrosses(plan.crosses, codes, answers, blocksOf(declarations))
  const encoder: Encoder = { roles, prices, components, crosses, rate, numbers: Object.keys(priced.numbers) }
  return { encoder, features: featuresOf(crosses, evidence, priced, encoder.numbers) }
}

/** The features of new declarations, by all answers so far. */
export const encode = ({ roles, prices, components, crosses, rate, numbers }: Encoder, declarations: Declarations): Features => {
  const priced = withPrices(declarations, roles, prices)
  const codes = components.map((component) => codesIn(component, priced))
  return featuresOf(crosses, evidenceOf(crosses, codes, rate, declarations.rows), priced, numbers)
}
