import type { Known, NewsKind, Told, Wanted } from '@lading/shared/domain/news'
import { newsOf as newsAt } from '@lading/workers/models/news/news-of'
import { describe, expect, it } from 'vitest'

const hourMs = 3_600_000
const everything: Wanted = { kinds: ['delivered', 'arriving', 'customs', 'delayed', 'window'], windowHours: 6 }
const onlyOf = (...kinds: NewsKind[]): Wanted => ({ ...everything, kinds })

const window = (fromHours: number, length = 4) => ({
  p10: fromHours * hourMs,
  p50: (fromHours + length / 2) * hourMs,
  p90: (fromHours + length) * hourMs,
})
const known = (change: Partial<Known> = {}): Known => ({
  state: 'in-transit',
  window: window(100),
  customs: null,
  arriving: false,
  ...change,
})
const held = (at: number, state: NonNullable<Known['customs']>['state'] = 'documents-required') => ({ entryId: 'entry', state, at })
/** Long after what was told last. */
const newsOf = (told: Told, now: Known, wanted: Wanted) => newsAt(told, now, wanted, (told.toldAt ?? 0) + 1_000 * hourMs)
const kindsOf = (told: Told, now: Known, wanted = everything) => newsOf(told, now, wanted).news?.kinds ?? []

describe('What is news to whoever waits for a shipment', () => {
  it.each<[string, Partial<Known>, Partial<Known>, NewsKind[]]>([
    ['nothing, where nothing changed', {}, {}, []],
    ['that it is out for delivery', {}, { state: 'out-for-delivery', arriving: true }, ['arriving']],
    [
      'that it waits to be picked up, though it was said to arrive',
      { arriving: true },
      { state: 'available-for-pickup', arriving: true },
      ['arriving'],
    ],
    ['that it arrives within a day', {}, { arriving: true }, ['arriving']],
    ['nothing, where it does not arrive within a day after all', { arriving: true }, {}, []],
    ['that delivery failed', { state: 'out-for-delivery', arriving: true }, { state: 'attempt-failed', arriving: true }, ['delayed']],
    ['that it is held up', {}, { state: 'exception' }, ['delayed']],
    ['nothing, where it goes on', { state: 'exception' }, {}, []],
    ['that it arrives a day later', {}, { window: window(124) }, ['delayed']],
    ['that it arrives some hours later', {}, { window: window(106) }, ['window']],
    ['that it arrives some hours earlier', {}, { window: window(94) }, ['window']],
    ['that its window became wider', {}, { window: window(100, 10) }, ['window']],
    ['nothing, where it moves by less', {}, { window: window(105.9) }, []],
    ['that customs asks for something', {}, { customs: held(1) }, ['customs']],
    ['that customs asks again', { customs: held(1) }, { customs: held(2) }, ['customs']],
    ['that customs keeps it now', { customs: held(1) }, { customs: held(2, 'detained') }, ['customs']],
    ['nothing, where customs has what it wanted', { customs: held(1) }, {}, []],
    ['both, with what matters most first', {}, { customs: held(1), window: window(130) }, ['customs', 'delayed']],
    ['not the window as well, which is told with everything', {}, { customs: held(1), window: window(107) }, ['customs']],
    ['only that, once it is delivered', {}, { state: 'delivered', customs: held(1), window: window(130) }, ['delivered']],
    ['nothing, where it was delivered before', { state: 'delivered' }, { state: 'delivered', window: null }, []],
  ])('is %s.', (_, before, after, kinds) => expect(kindsOf(known(before), known(after))).toEqual(kinds))

  it('is only what somebody wants to hear of.', () => {
    for (const kind of everything.kinds)
      expect(kindsOf(known(), known({ state: 'exception', customs: held(1), arriving: true, window: window(130) }), onlyOf(kind))).toEqual(
        kind === 'delivered' ? [] : [kind],
      )
    expect(kindsOf(known(), known({ window: window(130) }), onlyOf('window'))).toEqual(['window'])
  })

  it('is many small moves of the arrival, once they are a large one together; told once.', () => {
    let told = known()
    const heard: number[] = []
    for (const hours of [102, 104, 106, 108, 110, 112, 113]) {
      const next = newsOf(told, known({ window: window(hours) }), everything)
      told = next.told
      if (next.news) heard.push(hours)
    }
    expect(heard).toEqual([106, 112])
  })

  it('is measured from what somebody was told last, whatever else they were told then.', () => {
    const first = newsOf(known(), known({ window: window(104), customs: held(1) }), everything)
    expect(first.news?.kinds).toEqual(['customs'])
    expect(kindsOf(first.told, known({ window: window(109), customs: held(1) }))).toEqual([])
    expect(kindsOf(first.told, known({ window: window(110), customs: held(1) }))).toEqual(['window'])
  })

  it('is nothing where the arrival becomes known, which the page was opened to see; from then on it is measured from there.', () => {
    const first = newsOf(known({ window: null }), known(), everything)
    expect(first.news).toBeNull()
    expect(kindsOf(first.told, known({ window: window(107) }))).toEqual(['window'])
  })

  it('is said with how much later it arrives.', () => {
    expect(newsOf(known(), known({ window: window(130) }), everything).news?.laterByMs).toBe(30 * hourMs)
  })

  it('is not each time a forecast changes its mind: after a message the window is quiet for six hours, and then measured from what was told.', () => {
    const told = newsAt(known(), known({ window: window(107) }), everything, 0)
    expect(told.news?.kinds).toEqual(['window'])
    const back = newsAt(told.told, known(), everything, 6 * hourMs - 1)
    expect(back.news).toBeNull()
    expect(newsAt(back.told, known(), everything, 6 * hourMs).news?.kinds).toEqual(['window'])
    expect(newsAt(back.told, known({ window: window(106) }), everything, 6 * hourMs).news).toBeNull()
    // Anything else is told at once.
    expect(newsAt(told.told, known({ window: window(140) }), everything, 1).news?.kinds).toEqual(['delayed'])
  })
})
