import type { LandedCostActual, LandedCostRequest } from '@lading/shared/contract/landed-cost'
import type { Shipment } from '@lading/shared/contract/shipment'
import { passesCustoms } from '@lading/shared/domain/customs-territory'

/** The day on which the goods were declared where the quote says that they go; nothing until then. */
export const declaredOn = ({ customs }: Pick<Shipment, 'customs'>, { destination }: Pick<LandedCostRequest, 'destination'>) =>
  customs.find(({ country, lodgedAt }) => lodgedAt !== null && !passesCustoms(country, destination))?.lodgedAt?.slice(0, 10)

/**
 * Goods as they were declared, to be held against a quote. What is not known of them, where they were made and what they weigh, is as it was
 * quoted.
 */
export const asDeclared = (
  { items, customs }: Pick<Shipment, 'items' | 'customs'>,
  { request }: { request: LandedCostRequest },
): LandedCostActual | undefined => {
  const day = declaredOn({ customs }, request)
  if (day === undefined) return undefined
  const quotedLike = (hsCode: string, index: number) =>
    request.lines[index]?.hsCode === hsCode ? request.lines[index] : request.lines.find((line) => line.hsCode === hsCode)
  const lines = items.map(({ hsCode, description, quantity, value, origin, weightKg }, index) => {
    const quoted = quotedLike(hsCode, index)
    const madeIn = origin ?? quoted?.origin ?? request.from
    const weight = weightKg ? String(Math.round(weightKg * 1000) / 1000) : quoted?.weightKg
    return {
      ...{ hsCode, description, quantity, value, origin: madeIn },
      ...(weight !== undefined && { weightKg: weight }),
      ...(quoted?.originProven && quoted.origin === madeIn && { originProven: true }),
    }
  })
  return { day, ...(lines.length > 0 && { lines }) }
}
