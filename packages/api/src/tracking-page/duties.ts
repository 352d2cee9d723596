import type { Money } from '@lading/shared/domain/money'
import { type ChargeKind, holdsMoney, type PaymentState, standingOf } from '@lading/shared/domain/payment'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'

/** What whoever receives it has to pay at the border, line by line, and how far that is paid: for certain, or not. */
export type DutiesCard = {
  state: 'due' | 'failed' | 'paid' | 'refunded'
  lines: { kind: ChargeKind; name: string; amount: Money }[]
  total: Money
  /** A date at the destination. */
  until: string | null
  paidAt: string | null
  /** What of it was given back. */
  refunded: Money | null
}

/** Nothing where nothing is due: so where the seller pays, unless somebody has paid already. */
export const dutiesOf = ({ duties, incoterm, state: of }: Pick<ShownShipment, 'duties' | 'incoterm' | 'state'>): DutiesCard | null => {
  if (!duties) return null
  const { currency, lines, total, dueUntil, payments } = duties
  const tries = payments.map((each) => ({ ...each, openedAt: new Date(each.openedAt) }))
  const state = standingOf(tries)
  const holder = tries.find((each) => holdsMoney(each.state) || each.state === 'refunded')
  if (!holder && (incoterm === 'DDP' || of === 'expired')) return null
  const money = (minorUnits: number): Money => ({ minorUnits, currency })
  return {
    state: shownAs(state),
    lines: lines.map(({ kind, name, minorUnits }) => ({ kind, name, amount: money(minorUnits) })),
    total: money(total),
    until: dueUntil,
    paidAt: holder?.paidAt ?? null,
    refunded: holder && holder.refunded > 0 ? money(holder.refunded) : null,
  }
}

/** A checkout that is open says nothing of whether it is paid; money that is yet to go back is not back. */
const shownAs = (state: PaymentState): DutiesCard['state'] =>
  state === 'refunded' ? 'refunded' : holdsMoney(state) ? 'paid' : state === 'failed' ? 'failed' : 'due'
