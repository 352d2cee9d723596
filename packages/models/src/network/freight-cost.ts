/** In minor units of one currency. Weight or measure, whichever comes to more, as carriers count; and what a shipment costs in any case. */
export type FreightRate = { perShipment: number; perTonne: number; perCubicMetre: number }

const thousand = 1_000n

/** Whole minor units, halves up: of kilograms to the gram and cubic metres to the litre, in whole numbers all the way. */
export const freightCost = ({ perShipment, perTonne, perCubicMetre }: FreightRate, weightKg: number, volumeM3: number): number => {
  const grams = BigInt(Math.round(weightKg * 1000))
  const litres = BigInt(Math.round(volumeM3 * 1000))
  const byWeight = Number(roundHalfUp(grams * BigInt(perTonne), thousand * thousand))
  const byMeasure = Number(roundHalfUp(litres * BigInt(perCubicMetre), thousand))
  return perShipment + Math.max(byWeight, byMeasure)
}

const roundHalfUp = (amount: bigint, by: bigint) => (2n * amount + by) / (2n * by)
