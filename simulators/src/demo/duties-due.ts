import type { LandedCostRequest } from '@lading/shared/contract/landed-cost'
import type { NewDutyBill, NewPaymentOffer } from '@lading/shared/contract/payment'
import type { NewShipment } from '@lading/shared/contract/shipment'
import { passesCustoms } from '@lading/shared/domain/customs-territory'
import type { Journey } from '../journey/journey.ts'
import type { Api } from '../platform/api.ts'
import { atMost } from './at-most.ts'

type UnderWay = { journey: Pick<Journey, 'booking' | 'legs'>; shipmentId: string }
type Countries = { from: string; destination: string }

const dayMs = 86_400_000
/** Days that recipients have to pay. */
const daysToPay = 6

/** What is asked of the rules for the goods of a booking; nothing of goods without a code, or that the recipient pays no duties for. */
export const quoteFor = ({ incoterm, items }: NewShipment, { from, destination }: Countries): LandedCostRequest | undefined => {
  const [first] = items
  const lines = items.flatMap(({ description, hsCode, quantity, value }) =>
    hsCode && value ? [{ hsCode, origin: from, description, quantity, value }] : [],
  )
  if (incoterm !== 'DAP' || !first?.value || lines.length < items.length || !passesCustoms(from, destination)) return undefined
  return { from, destination, currency: first.value.currency, incoterm, lines }
}

/** For goods that the example rules know nothing of: a tenth of what they are worth. Made up, and says so. */
const madeUp = ({ items, incoterm }: NewShipment): NewDutyBill | undefined => {
  const [currency, minorUnits] = [items[0]?.value?.currency, items.reduce((sum, { value }) => sum + (value?.minorUnits ?? 0), 0)]
  if (incoterm !== 'DAP' || currency === undefined || minorUnits < 10) return undefined
  return { currency, lines: [{ kind: 'tax', name: 'Example, made up', minorUnits: Math.round(minorUnits / 10) }] }
}

/**
 * Has recipients of goods that pass customs on their way pay what the example rules charge for their goods, or something made up where
 * these say nothing: a visitor can pay it on the tracking page, in the sandbox.
 */
export const billDuties = async (api: Pick<Api, 'quote' | 'billDuties'>, underWay: UnderWay[], nowMs: number) => {
  const dueUntil = new Date(nowMs + daysToPay * dayMs).toISOString().slice(0, 10)
  await atMost(2, underWay, async ({ journey: { booking, legs }, shipmentId }) => {
    const [from, destination] = [legs[0]?.origin.country, legs.at(-1)?.destination.country]
    if (!from || !destination || !passesCustoms(from, destination)) return
    const request = quoteFor(booking, { from, destination })
    const quoteId = request && (await api.quote(request))
    const isBilled = quoteId !== undefined && (await api.billDuties(shipmentId, { quoteId, dueUntil }))
    const otherwise = isBilled ? undefined : madeUp(booking)
    if (otherwise) await api.billDuties(shipmentId, { ...otherwise, dueUntil })
  })
}

const example = (name: string, offer: Omit<NewPaymentOffer, 'name' | 'source' | 'asOf' | 'isExample'>, asOf: string) => ({
  ...{ code: name.toLowerCase().replaceAll(' ', '-') },
  offer: { ...offer, name, source: 'Demonstration, made up', asOf, isExample: true },
})

/** What three providers might ask for. Made up, of nobody in particular: a low share with a dear exchange, the other way round, and slow. */
export const exampleOffers = (nowMs: number): { code: string; offer: NewPaymentOffer }[] => {
  const asOf = new Date(nowMs).toISOString().slice(0, 10)
  const cents = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })
  return [
    example('Example A', { percent: '1.5', fixed: cents(25), marginPercent: '2.0', settlementDays: 3, currencies: [] }, asOf),
    example('Example B', { percent: '2.2', fixed: cents(10), marginPercent: '0.6', settlementDays: 2, currencies: [] }, asOf),
    example(
      'Example C',
      { percent: '0.8', fixed: cents(45), marginPercent: '1.2', settlementDays: 7, currencies: ['EUR', 'USD', 'GBP'] },
      asOf,
    ),
  ]
}

export const offerPayments = async (api: Pick<Api, 'putPaymentOffer'>, nowMs: number) => {
  for (const { code, offer } of exampleOffers(nowMs)) await api.putPaymentOffer(code, offer)
}
