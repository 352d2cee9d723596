import type { Incoterm } from '@lading/shared/domain/incoterm'
import type { CostKind, Payer } from '@lading/shared/domain/trade-rule'

/** Terms under which the seller pays for the main carriage, for its insurance, and for what the border costs (Incoterms 2020, ICC). */
const carriagePaid: Incoterm[] = ['CPT', 'CIP', 'CFR', 'CIF', 'DAP', 'DPU', 'DDP']
// Under D terms goods travel at the seller's risk, who insures himself or not.
const insurancePaid: Incoterm[] = ['CIP', 'CIF', 'DAP', 'DPU', 'DDP']
const dutiesPaid: Incoterm[] = ['DDP']

/** Who pays a cost. Goods are always the buyer's; what the seller pays beside is in his price. */
export const whoPays = (kind: CostKind, incoterm: Incoterm): Payer => {
  if (kind === 'goods') return 'buyer'
  const paid = kind === 'freight' ? carriagePaid : kind === 'insurance' ? insurancePaid : dutiesPaid
  return paid.includes(incoterm) ? 'seller' : 'buyer'
}
