import { customsStates } from '@lading/shared/domain/customs-entry'
import { shipmentStates } from '@lading/shared/domain/shipment-state'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../src/tracking-page/html.ts'
import { whatTheMapShows } from '../../src/tracking-page/map.ts'
import { chooseTexts } from '../../src/tracking-page/texts.ts'
import { trackingPage } from '../../src/tracking-page/views/tracking.ts'
import { whatConsumersSee } from '../../src/tracking-page/what-consumers-see.ts'
import { whatStrangersSee } from '../../src/tracking-page/what-strangers-see.ts'
import { declared, delivered, heldUp, underway } from '../support/shipment.ts'

const now = new Date('2026-03-30T10:00:00Z')
const page = (shipment = underway()) =>
  renderPage(
    trackingPage({
      view: whatConsumersSee(shipment),
      texts: chooseTexts('en-GB'),
      assets: { scripts: [], styles: [] },
      now,
      mapUrl: '/track/token/map.json',
      calendarUrl: '/track/token/arrival.ics',
      news: { url: '/track/token/news', outcome: undefined, on: null },
      feedback: { url: '/track/token/feedback', given: false },
    }),
  )

const mustNotAppear = [
  ...['Secret', 'SECRET', 'secret', 'Willemijn', 'Kerkstraat', 'lamp', '940521', '4990', '49.90', '77.7', 'shock', 'critical'],
  ...['00000000-0000', '22.51', '113.91', '51.98', '4.76', '52.09', '5.12'],
]

describe('What a tracking page gives away', () => {
  it('is this, and a change of it is a decision.', () => {
    expect(whatConsumersSee(underway())).toMatchInlineSnapshot(`
      {
        "arrival": {
          "from": "2026-03-30T10:00:00.000Z",
          "kind": "window",
          "laterByMs": 172800000,
          "sinceYesterdayMs": 0,
          "until": "2026-03-30T14:00:00.000Z",
          "why": null,
          "zone": "Europe/Amsterdam",
        },
        "condition": null,
        "customs": null,
        "destination": {
          "country": "NL",
          "town": "Utrecht",
          "zone": "Europe/Amsterdam",
        },
        "duties": null,
        "history": [
          {
            "at": "2026-03-28T05:30:00.000Z",
            "code": "ARRI",
            "place": {
              "country": "NL",
              "town": "Rotterdam",
              "zone": "Europe/Amsterdam",
            },
          },
          {
            "at": "2026-02-20T09:12:00.000Z",
            "code": "DEPA",
            "place": {
              "country": "CN",
              "town": "Shenzhen",
              "zone": "Asia/Shanghai",
            },
          },
          {
            "at": "2026-02-20T01:30:00.000Z",
            "code": "PICK",
            "place": {
              "country": "CN",
              "town": "Shenzhen",
              "zone": "Asia/Shanghai",
            },
          },
        ],
        "origin": {
          "country": "CN",
          "town": "Shenzhen",
          "zone": "Asia/Shanghai",
        },
        "proof": null,
        "state": "in-transit",
        "steps": [
          {
            "current": false,
            "name": "announced",
            "reached": true,
          },
          {
            "current": false,
            "name": "under-way",
            "reached": true,
          },
          {
            "current": true,
            "name": "in-country",
            "reached": true,
          },
          {
            "current": false,
            "name": "out-for-delivery",
            "reached": false,
          },
          {
            "current": false,
            "name": "delivered",
            "reached": false,
          },
        ],
        "trackingNumber": "LD5Q0V7ZK2MX",
        "updatedAt": "2026-03-30T09:56:00.000Z",
      }
    `)
  })

  it('With the number alone it is this.', () => {
    expect(whatStrangersSee(underway())).toEqual({ state: 'in-transit', last: { code: 'ARRI', country: 'NL', day: '2026-03-28' } })
    // Shortly after midnight in Shenzhen: the day is the one of the place.
    const [departed] = underway().milestones.filter(({ code }) => code === 'DEPA')
    const late = { ...departed, eventTime: '2026-02-20T16:30:00.000Z' } as never
    expect(whatStrangersSee(underway({ milestones: [late] })).last).toEqual({ code: 'DEPA', country: 'CN', day: '2026-02-21' })
    expect(whatStrangersSee(underway({ milestones: [] })).last).toBeNull()
  })

  it('is this of customs: what it does, where and since when, how long that usually takes, and who acts.', () => {
    const view = whatConsumersSee(underway({ customs: [declared()], etaExplanation: heldUp(47) }))
    expect(view.customs).toMatchInlineSnapshot(`
      {
        "moved": {
          "against": "day-before",
          "laterByMs": 169200000,
        },
        "place": {
          "country": "NL",
          "town": "Rotterdam",
          "zone": "Europe/Amsterdam",
        },
        "since": "2026-03-28T08:00:00.000Z",
        "state": "documents-required",
        "usualHours": {
          "half": 36,
          "most": 72,
        },
        "whoActs": "buyer",
      }
    `)
  })

  it('is this of duties: what is due for what, until when, and whether it is paid; not who recorded it or tried to pay.', () => {
    const lines = [{ kind: 'tax' as const, name: 'BTW', minorUnits: 2_340 }]
    const tried = { state: 'failed' as const, openedAt: '2026-03-29T12:00:00.000Z', paidAt: null, refunded: 0 }
    const duties = { currency: 'EUR', lines, total: 2_340, dueUntil: '2026-04-02', payments: [tried] }
    expect(whatConsumersSee({ ...underway(), duties }).duties).toEqual({
      ...{ state: 'failed', until: '2026-04-02', paidAt: null, refunded: null, total: { minorUnits: 2_340, currency: 'EUR' } },
      lines: [{ kind: 'tax', name: 'BTW', amount: { minorUnits: 2_340, currency: 'EUR' } }],
    })
    // The terms changed meanwhile: the seller pays.
    expect(whatConsumersSee({ ...underway({ incoterm: 'DDP' }), duties }).duties).toBeNull()
    expect(whatStrangersSee({ ...underway(), duties })).toEqual(whatStrangersSee(underway()))
  })

  it('is this of why the arrival moved: kinds of parts of a journey, and by how much.', () => {
    const { etaHistory } = underway()
    const [first] = etaHistory
    const explanation = heldUp(47)
    const then = { ...first, computedAt: explanation.changes?.since } as (typeof etaHistory)[number]
    const { arrival } = whatConsumersSee(underway({ etaExplanation: explanation, etaHistory: [then] }))
    expect(arrival).toHaveProperty('why', { against: 'day-before', causes: [{ of: 'customs', laterByMs: 169_200_000, over: false }] })
  })

  it('In no state of customs does the page say who declares it, under which number, with which documents or what was noted.', () => {
    for (const state of customsStates) {
      const text = page(underway({ customs: [declared({ state })], etaExplanation: heldUp(47) }))
      for (const secret of mustNotAppear) expect(text, `${state}: ${secret}`).not.toContain(secret)
    }
  })

  it('Of a proof of delivery it shows what was noted for everybody, and only once it is delivered.', () => {
    const proofOfDelivery = {
      receivedAt: '2026-03-30T12:31:00.000Z',
      note: 'Left with the neighbours',
      recordedAt: '2026-03-30T12:40:00.000Z',
    }
    expect(whatConsumersSee({ ...delivered(), proofOfDelivery }).proof).toEqual({
      at: '2026-03-30T12:31:00.000Z',
      note: 'Left with the neighbours',
    })
    expect(whatConsumersSee(underway({ proofOfDelivery })).proof).toBeNull()
    expect(page({ ...delivered(), proofOfDelivery })).toMatch(/Monday 30 March, 14:31 .*Utrecht.*Left with the neighbours/s)
  })

  it('In no state does the page contain a name, an address, a device, goods, an alert or an exact position.', () => {
    for (const state of shipmentStates) {
      const text = page({ ...delivered(), state })
      for (const secret of mustNotAppear) expect(text, `${state}: ${secret}`).not.toContain(secret)
    }
  })

  it('The map shows the position to a tenth of a degree until the parcel is out for delivery.', () => {
    expect(whatTheMapShows(underway()).position).toEqual({ lat: 52, lon: 4.8 })
    expect(whatTheMapShows(underway({ state: 'exception' })).position).toEqual({ lat: 52, lon: 4.8 })
    expect(whatTheMapShows(underway({ state: 'out-for-delivery' })).position).toEqual({ lat: 51.988, lon: 4.765 })
    expect(whatTheMapShows(underway({ position: null })).position).toBeNull()
  })

  it('Once it is delivered there is no position, because it would be the address.', () => {
    expect(whatTheMapShows(delivered()).position).toBeNull()
  })

  it('The line to the door is blurred as a whole; the sea lane is drawn to a kilometre.', () => {
    expect(whatTheMapShows(underway()).route).toEqual([
      [
        [113.91, 22.51],
        [56.12, 12.12],
        [4.14, 51.95],
      ],
      [
        [4.1, 52],
        [4.7, 52],
        [5, 52.1],
        [5.1, 52.1],
      ],
    ])
  })

  it('A leg whose route is not planned yet is a line between its places, blurred alike.', () => {
    const { legs } = underway()
    const { route } = whatTheMapShows(underway({ legs: legs.map((leg) => ({ ...leg, route: [] })) }))
    expect(route.at(-1)).toEqual([
      [4.1, 52],
      [5.1, 52.1],
    ])
  })

  it('However long a route is, at most a hundred points of it are sent.', () => {
    const [leg] = underway().legs
    const route = Array.from({ length: 2_000 }, (_, index) => [index / 20, Math.sin(index) * 10] as [number, number])
    expect(whatTheMapShows(underway({ legs: [{ ...(leg as never as object), route } as never] })).route[0]).toHaveLength(100)
  })

  it('What is written into the page is escaped.', () => {
    const text = page(underway({ trackingNumber: '"><script>alert(1)</script>' }))
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script>')
  })
})
