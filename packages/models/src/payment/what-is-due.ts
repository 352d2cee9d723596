import type { Incoterm } from '@lading/shared/domain/incoterm'
import type { Money } from '@lading/shared/domain/money'
import { type ChargeKind, chargeKinds } from '@lading/shared/domain/payment'
import { sumOf } from '@lading/shared/money/sum'
import { whoPays } from '../landed-cost/who-pays.ts'

/** Something that is charged at the border. */
export type DueLine = { kind: ChargeKind; name: string; amount: Money }

/** What somebody has to pay before goods are theirs: its lines add up to its total, to the unit. */
export type Due = { lines: DueLine[]; total: Money }

type Charged = { kind: string; name: string; amount: Money }

const isCharge = (line: Charged): line is DueLine => chargeKinds.some((kind) => kind === line.kind)

/**
 * What of some costs is due of whoever receives the goods: what the border charges and the terms leave to the buyer. With DDP the seller
 * pays all of it (Incoterms 2020, ICC), with all other terms none. Lines of one kind and name are one; what is nought is left out, and
 * nothing is due where nothing is left.
 */
export const whatIsDue = (costs: readonly Charged[], incoterm: Incoterm, currency: string): Due | null => {
  const lines = new Map<string, DueLine>()
  for (const cost of costs) {
    if (!isCharge(cost) || whoPays(cost.kind, incoterm) !== 'buyer') continue
    const { kind, name, amount } = cost
    const key = `${kind} ${name}`
    const before = lines.get(key)
    lines.set(key, { kind, name, amount: before ? sumOf([before.amount, amount], currency) : sumOf([amount], currency) })
  }
  const due = [...lines.values()].filter(({ amount }) => amount.minorUnits > 0)
  if (due.length === 0) return null
  return {
    lines: due,
    total: sumOf(
      due.map(({ amount }) => amount),
      currency,
    ),
  }
}
