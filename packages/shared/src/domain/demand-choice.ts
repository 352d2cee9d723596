/** What forecasts of demand are tested by: a product in its warehouse, all of a product, all of a warehouse. The narrowest that tells decides. */
export const choiceScopes = ['item', 'product', 'warehouse'] as const
export type ChoiceScope = (typeof choiceScopes)[number]

/** For which of the two a group was decided, and by what: how many cases of the past, and by which share the forecast's error was smaller. */
export type GroupDecision = { scope: ChoiceScope; name: string; uses: 'forecast' | 'naive'; cases: number; improvement: number | null }

/** The state of the model `demand`: every group that was ever decided. */
export type DemandChoice = { decisions: GroupDecision[] }

/** How a product in a warehouse is called where tests are grouped. */
export const itemName = (product: string, warehouse: string) => `${product} @ ${warehouse}`

export const readItemName = (name: string): { name: string; product: string; warehouse: string } | undefined => {
  const at = name.indexOf(' @ ')
  return at < 0 ? undefined : { name, product: name.slice(0, at), warehouse: name.slice(at + 3) }
}
