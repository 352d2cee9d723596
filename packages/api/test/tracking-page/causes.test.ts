import { languages } from '@lading/i18n/languages'
import type { Leg, Shipment } from '@lading/shared/contract/shipment'
import { etaStageKinds } from '@lading/shared/domain/eta'
import { modes } from '@lading/shared/domain/mode'
import { describe, expect, it } from 'vitest'
import { causesOf } from '../../src/tracking-page/causes.ts'
import { renderPage } from '../../src/tracking-page/html.ts'
import { chooseTexts } from '../../src/tracking-page/texts.ts'
import { trackingPage } from '../../src/tracking-page/views/tracking.ts'
import { whatConsumersSee } from '../../src/tracking-page/what-consumers-see.ts'
import { underway } from '../support/shipment.ts'

type Explanation = NonNullable<Shipment['etaExplanation']>
type Change = NonNullable<Explanation['changes']>['stages'][number]

type Options = Partial<Shipment> & { done?: Change[]; against?: 'day-before' | 'first' }

const hourMs = 3_600_000
const since = '2026-03-29T09:45:00.000Z'
const hub = { ...underway().legs[0]?.destination, code: 'NLUTC', name: 'Utrecht hub', kind: 'hub' } as Leg['origin']

/** A shipment whose arrival moved by so many hours since yesterday, by these parts of the journey; `done` ones are behind. */
const moved = (byHours: number, stages: Change[], { done = [], against = 'day-before', ...change }: Options = {}) => {
  const shipment = underway(change)
  const [first] = shipment.etaHistory
  const then = new Date(Date.parse(shipment.eta?.p50 ?? '') - byHours * hourMs).toISOString()
  const hours = { p10Hours: 1, p50Hours: 2, p90Hours: 3, shareOfSpread: 0, basis: null }
  return {
    ...shipment,
    etaHistory: [first, { ...first, p50: then, computedAt: since }] as Shipment['etaHistory'],
    etaExplanation: {
      stages: stages.map(({ kind, sequence }) => ({
        ...{ kind, sequence, ...hours },
        state: done.some((one) => one.kind === kind && one.sequence === sequence) ? ('done' as const) : ('running' as const),
      })),
      changes: { since, against, stages },
    },
  }
}

const sea = (hours: number): Change => ({ sequence: 1, kind: 'leg', hours })
const atThePort = (hours: number): Change => ({ sequence: 2, kind: 'dwell', hours })
const border = (hours: number): Change => ({ sequence: 2, kind: 'border', hours })
const customs = (hours: number): Change => ({ sequence: 2, kind: 'customs', hours })

const told = (shipment: Shipment, language = 'en-GB') => {
  const page = renderPage(
    trackingPage({
      view: whatConsumersSee(shipment),
      texts: chooseTexts(language),
      assets: { scripts: [], styles: [] },
      now: new Date('2026-03-30T10:00:00Z'),
      mapUrl: '/map.json',
      calendarUrl: '/arrival.ics',
      feedback: { url: '', given: false },
    }),
  )
  return { why: linesOf(page, 'tracking-why'), moved: linesOf(page, 'tracking-moved') }
}

const linesOf = (page: string, name: string) => [...page.matchAll(new RegExp(`<p class="${name}">(.*?)</p>`, 'g'))].map(([, text]) => text)

const saidOf = (...of: Parameters<typeof told>) => told(...of).why

const namesOf = (shipment: Shipment, laterByMs = 0) => causesOf(shipment, laterByMs)?.causes.map(({ of }) => of)

describe('Why the arrival moved', () => {
  it('is said in the words of whoever waits for it.', () => {
    expect(saidOf(moved(52, [sea(47), atThePort(5)]))).toEqual(['The sea voyage takes about 2 days longer than expected yesterday.'])
    expect(saidOf(moved(20, [sea(12), atThePort(8)]))).toEqual([
      'The sea voyage takes about 12 hours longer than expected yesterday.',
      'The wait at the port takes about 8 hours longer than expected yesterday.',
    ])
  })

  it('is said beside by how much it moved since yesterday and in all; once only where that is the same.', () => {
    const movedOf = (byHours: number) => told(moved(byHours, [sea(byHours)])).moved
    expect(movedOf(52)).toEqual(['About 2 days later than expected yesterday.'])
    expect(movedOf(20)).toEqual(['About 20 hours later than expected yesterday.', 'About 2 days later than first expected.'])
    expect(movedOf(-6)).toEqual(['About 6 hours earlier than expected yesterday.', 'About 2 days later than first expected.'])
    expect(movedOf(2)).toEqual(['About 2 days later than first expected.'])
  })

  it('tells what is over from what is still to come, and what was expected yesterday from what was expected at first.', () => {
    const less = [sea(-5)]
    const laterByMs = { etaHistory: [{ ...underway().eta, computedAt: '2026-02-20T00:00:00.000Z' }] as Shipment['etaHistory'] }
    expect(saidOf(moved(-5, less, { done: less, ...laterByMs }))).toEqual([
      'The sea voyage took about 5 hours less than expected yesterday.',
    ])
    expect(saidOf(moved(5, [sea(5)], { against: 'first' }))).toEqual(['The sea voyage takes about 5 hours longer than first expected.'])
  })

  it('is the two largest causes, of those that are a good part of it.', () => {
    const legs = underway().legs.map((leg) => (leg.sequence === 2 ? { ...leg, origin: hub } : leg))
    const three = [sea(10), { sequence: 2, kind: 'leg' as const, hours: 9 }, atThePort(8)]
    expect(namesOf(moved(27, three, { legs }))).toEqual(['sea', 'parcel'])
    expect(namesOf(moved(100, [sea(96), atThePort(4)]))).toEqual(['sea'])
  })

  it('names a wait by the place of waiting, which stays nameless.', () => {
    const waiting = (kind: Leg['origin']['kind']) => {
      const legs = underway().legs.map((leg) => (leg.sequence === 2 ? { ...leg, origin: { ...hub, kind } } : leg))
      return namesOf(moved(9, [atThePort(9)], { legs }))
    }
    expect([waiting('port'), waiting('airport'), waiting('hub'), waiting('address')]).toEqual([['port'], ['airport'], ['stop'], ['stop']])
    expect(namesOf(moved(9, [{ sequence: 2, kind: 'handover', hours: 9 }]))).toEqual(['handover'])
  })

  it('counts customs and the wait beside it together, under the one that made the difference.', () => {
    expect(causesOf(moved(20, [customs(26), border(-6)]), 0)?.causes).toEqual([{ of: 'customs', laterByMs: 20 * hourMs, over: false }])
    expect(namesOf(moved(20, [border(26), customs(-6)]))).toEqual(['border'])
    expect(causesOf(moved(20, [border(26), customs(-25)]), 0)).toBeNull()
  })

  it('counts two roads as one, so that they may cancel out.', () => {
    const legs = underway().legs.map((leg) => ({ ...leg, mode: 'road' as const }))
    const second = (hours: number): Change => ({ sequence: 2, kind: 'leg', hours })
    expect(causesOf(moved(10, [sea(6), second(4)], { legs }), 0)?.causes).toEqual([{ of: 'road', laterByMs: 10 * hourMs, over: false }])
    expect(causesOf(moved(10, [sea(6), second(-5)], { legs }), 0)).toBeNull()
  })

  it('is not said where it hardly moved, where no part of it explains that, or where nothing is known of the day before.', () => {
    expect(causesOf(moved(2, [sea(2)]), 0)).toBeNull()
    expect(causesOf(moved(4, [sea(2), atThePort(2)]), 0)).toBeNull()
    expect(causesOf(moved(10, []), 0)).toBeNull()
    expect(causesOf({ ...moved(10, [sea(10)]), etaHistory: [] }, 0)).toBeNull()
    expect(causesOf({ ...moved(10, [sea(10)]), etaExplanation: null }, 0)).toBeNull()
  })

  it('is not said where it contradicts how the arrival moved, since then or in all.', () => {
    expect(causesOf(moved(10, [sea(-10)]), 0)).toBeNull()
    expect(causesOf(moved(-10, [sea(-10)]), 48 * hourMs)).toBeNull()
    expect(namesOf(moved(-10, [sea(-10)]), 2 * hourMs)).toEqual(['sea'])
    expect(namesOf(moved(10, [sea(16), atThePort(-6)]))).toEqual(['sea'])
  })

  it.each(languages)('is said of every kind of part in $code.', ({ code }) => {
    for (const kind of etaStageKinds)
      for (const mode of modes) {
        const legs = underway().legs.map((leg) => ({ ...leg, mode }))
        const said = saidOf(moved(47, [{ sequence: 2, kind, hours: 47 }], { legs }), code)
        expect(said).toHaveLength(1)
        expect(said[0], `${kind} ${mode}`).not.toMatch(/cause|[{}]/)
      }
  })

  it('names no place and no carrier.', () => {
    const [first] = causesOf(moved(47, [sea(47)]), 0)?.causes ?? []
    expect(Object.keys(first ?? {})).toEqual(['of', 'laterByMs', 'over'])
    expect(saidOf(moved(47, [sea(47)])).join()).not.toMatch(/Secret|Rotterdam|Shenzhen|Utrecht/)
  })
})
