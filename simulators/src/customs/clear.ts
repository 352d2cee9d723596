import type { Location } from '@lading/shared/contract/location'
import type { Channel } from '@lading/shared/domain/customs-channel'
import type { CustomsCrossing } from '@lading/shared/domain/customs-crossing'
import type { GoodsName } from '../goods/goods.ts'
import type { JourneyLeg } from '../journey/journey.ts'
import { hourMs, minuteMs } from '../movement/movement.ts'
import type { Random } from '../random/random.ts'
import { brokerFor } from './brokers.ts'
import type { Clearance, CustomsStep } from './clearance.ts'
import { documentsFor, restrictionsOn } from './documents.ts'
import { afterOpenHours, whenOpen } from './office.ts'
import { type Practice, practiceOf } from './practice.ts'

/** What customs may hold goods for longer than usual. */
export type Hold = 'documents' | 'examination'

type Request = {
  crossing: CustomsCrossing<Location>
  /** By which goods come to the crossing. */
  before: JourneyLeg
  goods: GoodsName
  hold: Hold | null
  wavedThrough: boolean
}

/**
 * How goods are cleared: declared shortly before or after they arrive, and let go by a machine, or once people have seen the documents or
 * the goods themselves, which they do while the office is open.
 */
export const clear = (random: Random, { crossing, before, goods, hold, wavedThrough }: Request): Clearance => {
  const { legSequence, country, place: office } = crossing
  const broker = brokerFor(random.fork('broker'))
  const practice = practiceOf(country, goods)
  const channel = wavedThrough ? 'released' : (hold ?? channelFor(random.fork('channel'), practice, broker.care))
  const lodgedMs = lodgedAt(random.fork('lodged'), before, hold !== null)
  const requiredDocuments = documentsFor(goods)
  const missingDocuments = hold === 'documents' ? requiredDocuments.slice(-1) : []
  const chance = random.fork('steps')
  const acceptedMs = Math.round(lodgedMs + chance.between(5, 40) * minuteMs)
  const asked = hold === 'documents' ? missingDocuments : [chance.pick(requiredDocuments)]
  const ways: Record<Channel, () => CustomsStep[]> = {
    released: () => {
      const hours = usually(chance, practice.hours.released)
      return [{ state: 'released', atMs: Math.round(Math.max(acceptedMs + 2 * minuteMs, lodgedMs + hours * hourMs)) }]
    },
    documents: () => {
      const askedMs = afterOpenHours(office, acceptedMs, chance.between(0.3, 1.2))
      const releasedMs = hold ? held(chance, office, askedMs) : worked(office, askedMs, usually(chance, practice.hours.documents))
      const handedInMs = Math.round(askedMs + chance.between(0.6, 0.85) * (releasedMs - askedMs))
      return [
        { state: 'documents-required', atMs: askedMs, documents: asked },
        { state: 'accepted', atMs: handedInMs, present: asked },
        { state: 'released', atMs: releasedMs },
      ]
    },
    examination: () => {
      // Whatever is declared early: nobody opens a box that has not come.
      const beginsMs = afterOpenHours(office, Math.max(acceptedMs, before.arrivalMs), chance.between(0.5, 2))
      const hours = Math.min(longestHours, usually(chance, practice.hours.examination))
      return [
        { state: 'examination', atMs: beginsMs },
        { state: 'released', atMs: hold ? held(chance, office, beginsMs) : worked(office, beginsMs, hours) },
      ]
    },
  }
  const steps: CustomsStep[] = [{ state: 'lodged', atMs: lodgedMs }, { state: 'accepted', atMs: acceptedMs }, ...ways[channel]()]
  return {
    ...{ legSequence, country, office, declarant: broker.name, reference: referenceFor(random.fork('reference'), country, lodgedMs) },
    ...{ channel, requiredDocuments, missingDocuments, restrictions: restrictionsOn(goods) },
    ...{ steps, lodgedMs, releasedMs: (steps.at(-1) as CustomsStep).atMs },
  }
}

/** No examination takes more of an office's hours. */
const longestHours = 45

const channelFor = (random: Random, { shares: { documents, examination } }: Practice, care: number): Channel => {
  const drawn = random.unit()
  if (drawn < examination * care) return 'examination'
  return drawn < (examination + documents) * care ? 'documents' : 'released'
}

// Half of what comes by ship, aircraft or train is declared while it is on its way.
const lodgedAt = (random: Random, { mode, departureMs, arrivalMs }: JourneyLeg, late: boolean) => {
  const early = random.chance(0.5) && mode !== 'road' && !late
  const afterHours = early ? -random.between(2, 10) : random.between(0.2, 1.5)
  return Math.round(Math.max(departureMs + 15 * minuteMs, arrivalMs + afterHours * hourMs))
}

/** About so long, by half more or less as a rule. */
const usually = (random: Random, hours: number) => hours * Math.exp(0.45 * random.normal())

const worked = (office: Location, fromMs: number, hours: number) => afterOpenHours(office, fromMs, Math.max(1, hours))

const held = (random: Random, office: Location, fromMs: number) => whenOpen(office, Math.round(fromMs + random.between(24, 96) * hourMs))

/** In the form of a movement reference number: year, country, and 14 characters. */
const referenceFor = (random: Random, country: string, atMs: number) => {
  const digits = Array.from({ length: 14 }, () => '0123456789ABCDEFGHJKLMNPRSTUVWXYZ'[random.integer(0, 32)])
  return `${String(new Date(atMs).getUTCFullYear()).slice(2)}${country}${digits.join('')}`
}
