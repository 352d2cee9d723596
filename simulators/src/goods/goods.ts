import type { Cargo } from '../journey/journey.ts'

/** A line of an invoice: HS code (six digits, WCO 2022), pieces and price apiece in minor units. */
type Article = { description: string; hsCode: string; pieces: [number, number]; price: [number, number] }
export type Goods = { articles: Article[]; cargo: Cargo }

const dry: Cargo = { setPointC: null, minC: null, maxC: null, humidityPct: 58 }
const chilled = (setPointC: number, minC: number, maxC: number, humidityPct: number): Cargo => ({ setPointC, minC, maxC, humidityPct })

const article = (description: string, hsCode: string, pieces: [number, number], price: [number, number]): Article => {
  return { description, hsCode, pieces, price }
}

export const goods = {
  electronics: {
    articles: [
      article('Wireless routers', '851762', [80, 900], [2400, 6900]),
      article('USB chargers', '850440', [300, 4000], [600, 1900]),
      article('Headphones', '851830', [120, 2400], [1500, 8900]),
    ],
    cargo: dry,
  },
  homeware: {
    articles: [
      article('Stainless steel kitchenware', '732393', [200, 1800], [900, 3900]),
      article('Bedside lamps', '940521', [80, 700], [1400, 5200]),
      article('Wooden toys', '950300', [150, 1500], [700, 2900]),
    ],
    cargo: dry,
  },
  clothing: {
    articles: [
      article('Cotton pullovers', '611020', [200, 2500], [1200, 4500]),
      article('Sports footwear', '640411', [120, 1600], [2200, 7900]),
      article('Backpacks', '420292', [90, 900], [1800, 6400]),
    ],
    cargo: dry,
  },
  machineParts: {
    articles: [
      article('Hydraulic valves', '848120', [20, 240], [8500, 42000]),
      article('Ball bearings', '848210', [200, 3000], [700, 4800]),
      article('Electric motors', '850152', [4, 60], [24000, 98000]),
    ],
    cargo: dry,
  },
  carParts: {
    articles: [article('Brake discs', '870830', [60, 700], [2800, 7400]), article('Headlamps', '851220', [40, 400], [6900, 28000])],
    cargo: dry,
  },
  bicycles: { articles: [article('Bicycles', '871200', [10, 120], [34000, 189000])], cargo: dry },
  parcels: {
    articles: [
      article('Cosmetics', '330499', [1, 6], [1500, 6900]),
      article('Sunglasses', '900410', [1, 2], [4900, 18900]),
      article('Books', '490199', [1, 5], [900, 3900]),
      article('Coffee machine', '851671', [1, 1], [14900, 79900]),
    ],
    cargo: dry,
  },
  cherries: { articles: [article('Sweet cherries, fresh', '080929', [400, 1800], [1800, 3200])], cargo: chilled(0.5, -1, 4, 92) },
  avocados: { articles: [article('Avocados, fresh', '080440', [600, 2000], [900, 1600])], cargo: chilled(5.5, 4, 8, 90) },
  roses: { articles: [article('Cut roses, fresh', '060311', [2000, 12000], [35, 90])], cargo: chilled(4, 1, 7, 90) },
  salmon: { articles: [article('Atlantic salmon, fresh', '030214', [200, 900], [4200, 7900])], cargo: chilled(1, -1, 4, 90) },
  vaccines: { articles: [article('Vaccines for human use', '300241', [500, 6000], [900, 4500])], cargo: chilled(5, 2, 8, 60) },
  beef: { articles: [article('Boneless beef, frozen', '020230', [300, 1000], [9000, 16000])], cargo: chilled(-20, -28, -15, 75) },
  cheese: { articles: [article('Hard cheese', '040690', [150, 900], [3500, 9900])], cargo: chilled(5, 2, 8, 82) },
} as const satisfies Record<string, Goods>

export type GoodsName = keyof typeof goods
