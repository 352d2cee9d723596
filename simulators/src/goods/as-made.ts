/** Kilograms apiece by chapter of the Harmonised System: rough, and invented as the goods are. */
const kgApiece: Record<string, number> = {
  '02': 15,
  '03': 12,
  '04': 10,
  '06': 0.1,
  '08': 4,
  '30': 0.2,
  '33': 0.3,
  '42': 0.7,
  '49': 0.5,
  '61': 0.3,
  '64': 0.8,
  '73': 0.9,
  '84': 2.5,
  '85': 0.4,
  '87': 14,
  '90': 0.1,
  '94': 1.2,
  '95': 0.6,
}

/** What is said of goods besides what they are: where they were made, and what all pieces weigh. */
export const asMade = (origin: string, hsCode: string, quantity: number) => ({
  origin,
  weightKg: Math.round(quantity * (kgApiece[hsCode.slice(0, 2)] ?? 1) * 10) / 10,
})
