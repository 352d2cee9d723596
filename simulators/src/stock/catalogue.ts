import type { NewProduct } from '@lading/shared/contract/product'
import { warehouse } from '../places/sites.ts'

/** How customers ask for it, day by day. */
export type DemandPattern = { kind: 'smooth' | 'seasonal' | 'intermittent' | 'promoted'; perDay: number }

/** A line of the range: `weeksOnHand` is what the demonstration begins with, by warehouse in their order. */
export type Line = { product: NewProduct; pattern: DemandPattern; leadTimeDays: number; weeksOnHand: [number, number, number] }

/** Where the demonstration keeps stock: lanes of the demonstration end there. */
export const stockWarehouses = [warehouse('joliet'), warehouse('hanover'), warehouse('daventry')]

const line = (
  [sku, name, hsCode]: [string, string, string],
  [cost, price]: [number, number],
  [packSize, leadTimeDays]: [number, number],
  [kind, perDay]: [DemandPattern['kind'], number],
  weeksOnHand: Line['weeksOnHand'],
): Line => ({
  product: {
    ...{ sku, name, hsCode, packSize, minimumOrder: packSize },
    cost: { minorUnits: cost, currency: 'EUR' },
    price: { minorUnits: price, currency: 'EUR' },
  },
  pattern: { kind, perDay },
  leadTimeDays,
  weeksOnHand,
})

/** Invented, as everything here. Costs and prices in cents. Some shelves are short, one is far too full. */
export const catalogue: Line[] = [
  line(['ROUTER-AX', 'Wi-Fi router', '851762'], [2400, 6900], [4, 38], ['smooth', 24], [9, 7, 8]),
  line(['CHARGER-65', 'USB-C charger, 65 W', '850440'], [900, 2900], [10, 38], ['smooth', 60], [8, 2, 9]),
  line(['HEADPHONE-2', 'Headphones', '851830'], [2600, 8900], [6, 38], ['promoted', 22], [7, 9, 3]),
  line(['PAN-28', 'Frying pan, 28 cm', '732393'], [1100, 3900], [6, 30], ['smooth', 14], [8, 8, 7]),
  line(['LAMP-DESK', 'Desk lamp', '940521'], [1500, 5200], [4, 30], ['seasonal', 18], [9, 8, 10]),
  line(['TOY-TRAIN', 'Wooden train', '950300'], [900, 2900], [8, 30], ['seasonal', 12], [8, 9, 26]),
  line(['PULLOVER-M', 'Cotton pullover', '611020'], [1400, 4500], [12, 34], ['seasonal', 26], [7, 8, 8]),
  line(['SHOE-RUN', 'Running shoes', '640411'], [2800, 7900], [6, 34], ['promoted', 16], [8, 7, 9]),
  line(['BACKPACK-20', 'Backpack, 20 l', '420292'], [1900, 6400], [5, 34], ['smooth', 11], [2, 8, 8]),
  line(['VALVE-H2', 'Hydraulic valve', '848120'], [9500, 21000], [1, 21], ['intermittent', 0.25], [20, 16, 18]),
  line(['BEARING-62', 'Ball bearing', '848210'], [700, 1900], [10, 21], ['intermittent', 1.4], [14, 3, 15]),
  line(['BIKE-CITY', 'City bicycle', '871200'], [38000, 79000], [1, 25], ['seasonal', 2.4], [9, 10, 8]),
]
