import type { GoodsName } from '../goods/goods.ts'

/** Papers and controls that goods come with, as a broker writes them down. */
type Papers = { documents: string[]; restrictions: string[] }

const always = ['Commercial invoice', 'Packing list', 'Transport document']
const plants: Papers = { documents: ['Phytosanitary certificate'], restrictions: ['Plant health control'] }
const animals: Papers = { documents: ['Veterinary health certificate'], restrictions: ['Veterinary control'] }
const origin: Papers = { documents: ['Certificate of origin'], restrictions: [] }
const conformity: Papers = { documents: ['Declaration of conformity'], restrictions: [] }

const papers: Record<GoodsName, Papers> = {
  electronics: conformity,
  homeware: origin,
  clothing: origin,
  machineParts: conformity,
  carParts: origin,
  bicycles: origin,
  parcels: { documents: [], restrictions: [] },
  cherries: plants,
  avocados: plants,
  roses: plants,
  salmon: animals,
  beef: animals,
  cheese: animals,
  vaccines: { documents: ['Import licence for medicines'], restrictions: ['Medicines control'] },
}

export const documentsFor = (goods: GoodsName) => [...always, ...papers[goods].documents]
export const restrictionsOn = (goods: GoodsName) => papers[goods].restrictions
