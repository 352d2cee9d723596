import type { Random } from '../random/random.ts'

/** A customs broker declares for others. `care`: how often customs wants more from it, against the others. Invented. */
type Broker = { name: string; care: number }

const brokers: Broker[] = [
  { name: 'Havenzicht Customs Agents', care: 0.6 },
  { name: 'Meridian Clearance', care: 0.9 },
  { name: 'Harbour & Hall Customs', care: 1 },
  { name: 'Quickstamp Brokers', care: 1.9 },
]

export const brokerFor = (random: Random) => random.pick(brokers)
