import type { NewSupplyTerms, SupplyTerms } from '@lading/shared/contract/stock'

/** Terms in full: what was left out and has no usual value is not known. */
export const termsOf = (given: NewSupplyTerms): SupplyTerms => ({
  shortageCostMinorUnits: null,
  orderQuantity: null,
  expediteCostMinorUnits: null,
  expediteSavesDays: null,
  transferCostMinorUnits: null,
  transferDays: null,
  ...given,
})
