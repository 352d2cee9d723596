import type { NewPartnerDocument } from '@lading/shared/contract/partner-document'
import type { Api } from '../platform/api.ts'
import { noise } from '../random/hash.ts'

const dayMs = 86_400_000
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

type Example = {
  code: string
  name: string
  country: string
  roles: string
  aliases?: string
  /** Days from now. */
  review?: number
  /** Kind, and days from now at which it ends; nothing: it lasts. */
  documents: [NewPartnerDocument['kind'], number?][]
}

/** The invented firms of the demonstration, in the states that a register has: one that is fine, one whose licence ends, one that lacks something. */
const examples: Example[] = [
  {
    code: 'pearl-river',
    name: 'Pearl River Trading',
    country: 'CN',
    roles: 'supplier',
    review: 200,
    documents: [['registration'], ['quality-certificate', 160]],
  },
  {
    code: 'blue-anchor',
    name: 'Blue Anchor Shipping',
    country: 'NL',
    roles: 'carrier',
    review: 150,
    documents: [
      ['operating-licence', 420],
      ['insurance', 75],
    ],
  },
  {
    code: 'meridian-line',
    name: 'Meridian Container Line',
    country: 'DK',
    roles: 'carrier',
    review: 90,
    documents: [
      ['operating-licence', 900],
      ['insurance', 210],
    ],
  },
  {
    code: 'roadstar',
    name: 'Roadstar Logistics',
    country: 'PL',
    roles: 'carrier',
    review: -12,
    documents: [
      ['operating-licence', 300],
      ['insurance', 18],
    ],
  },
  {
    code: 'transalp',
    name: 'Transalp Spedition',
    country: 'AT',
    roles: 'carrier;forwarder',
    review: 260,
    documents: [['operating-licence', 640], ['insurance', 320], ['registration']],
  },
  {
    code: 'cityround',
    name: 'CityRound Parcel',
    country: 'DE',
    roles: 'carrier',
    review: 60,
    documents: [['operating-licence'], ['insurance', 9]],
  },
  {
    code: 'doorstep',
    name: 'Doorstep Express',
    country: 'NL',
    roles: 'carrier',
    review: 130,
    documents: [
      ['operating-licence', 520],
      ['insurance', 190],
    ],
  },
  {
    code: 'swift-courier',
    name: 'Swift Courier',
    country: 'FR',
    roles: 'carrier',
    review: 310,
    documents: [
      ['operating-licence', 280],
      ['insurance', 240],
    ],
  },
  {
    code: 'kestrel',
    name: 'Kestrel Forwarding',
    country: 'GB',
    roles: 'forwarder',
    review: 120,
    documents: [['registration'], ['insurance', -4]],
  },
  {
    code: 'harbour-hall',
    name: 'Harbour & Hall Logistics',
    country: 'GB',
    roles: 'forwarder;broker',
    aliases: 'Harbour & Hall Customs',
    review: 180,
    documents: [['registration'], ['insurance', 280], ['broker-licence', 500]],
  },
  { code: 'quickstamp', name: 'Quickstamp Brokers', country: 'BE', roles: 'broker', review: 40, documents: [['broker-licence', 26]] },
  {
    code: 'havenzicht',
    name: 'Havenzicht Customs Agents',
    country: 'NL',
    roles: 'broker',
    review: 300,
    documents: [['broker-licence', 700], ['aeo']],
  },
  {
    code: 'kaufwerk',
    name: 'Kaufwerk',
    country: 'DE',
    roles: 'marketplace;buyer',
    review: 220,
    documents: [['agreement', 365], ['registration']],
  },
]

/** The code of the one of this name, where it is in the register. */
export const partnerNamed = (wanted: string) => examples.find(({ name }) => name === wanted)?.code

export const examplePartners = (nowMs: number) => ({
  csv: [
    'code,name,country,roles,aliases,review_due,registration',
    ...examples.map(({ code, name, country, roles, aliases = '', review = 0 }) =>
      [code, name, country, roles, aliases, dayOf(nowMs + review * dayMs), `EXAMPLE-${code}`].join(','),
    ),
  ].join('\n'),
  documents: examples.flatMap(({ code, documents }) =>
    documents.map(([kind, ends]) => ({
      code,
      document: {
        kind,
        number: `EX-${code}`,
        validFrom: dayOf(nowMs - 700 * dayMs),
        validUntil: ends === undefined ? null : dayOf(nowMs + ends * dayMs),
      },
    })),
  ),
})

/** A list with a name that is like a partner's, made up, so that somebody has to look. */
export const exampleList =
  'ref,name,aliases,country,note\nEX-1,Quickstamp Broker Ltd,,CY,Made up for the demonstration\nEX-2,Cape Meridian Arms,,,Made up for the demonstration'

const weeks = 30
/**
 * What people would have recorded in half a year, a row a week: one carrier who was good and is getting worse, others as they are. The same
 * for the same seed.
 */
export const exampleEvidence = (seed: string, nowMs: number) => {
  const rows: string[] = []
  const tell = (partner: string, aspect: string, share: (week: number) => number, each: number, note = 'Example') => {
    for (let week = 0; week < weeks; week++) {
      const at = new Date(
        nowMs - (weeks - week) * 7 * dayMs + Math.floor(noise(seed, 'evidence', partner, aspect, `${week}`) * 5 * dayMs),
      ).toISOString()
      const bad = Math.min(each, Math.max(0, Math.floor(share(week) * each + noise(seed, 'share', partner, aspect, `${week}`))))
      if (bad > 0) rows.push([`${aspect}-${week}-bad`, partner, aspect, 0, at, bad, note].join(','))
      if (each > bad) rows.push([`${aspect}-${week}-good`, partner, aspect, 1, at, each - bad, note].join(','))
    }
  }
  const worse = (week: number) => (week < 22 ? 0.05 : 0.05 + ((week - 21) / (weeks - 22)) * 0.85)
  tell('roadstar', 'on-time', worse, 8)
  tell('roadstar', 'damage', (week) => worse(week) / 3, 6)
  tell('roadstar', 'disputes', (week) => worse(week) / 2, 4)
  tell('transalp', 'damage', () => 0.01, 4)
  tell('blue-anchor', 'damage', () => 0.03, 3)
  tell('pearl-river', 'disputes', () => 0.1, 2)
  tell('kaufwerk', 'payment', (week) => (week < 20 ? 0.25 : 0.08), 6)
  tell('kaufwerk', 'disputes', () => 0.1, 2)
  return ['id,partner,aspect,good,at,count,note', ...rows].join('\n')
}

/** The register of the demonstration: everybody and everything in it is made up, and says so. */
export const seedPartners = async ({ api, seed, nowMs }: { api: Api; seed: string; nowMs: number }) => {
  const { csv, documents } = examplePartners(nowMs)
  await api.importPartners(csv)
  for (const { code, document } of documents) await api.addPartnerDocument(code, document)
  await api.importSanctions('example', 'Made up for the demonstration', dayOf(nowMs), exampleList)
  await api.importPartnerEvidence(exampleEvidence(seed, nowMs))
}
