import type { Shipment } from '@lading/shared/contract/shipment'
import { describe, expect, it } from 'vitest'
import { customsOf } from '../../src/tracking-page/customs.ts'
import { renderPage } from '../../src/tracking-page/html.ts'
import { chooseTexts } from '../../src/tracking-page/texts.ts'
import { trackingPage } from '../../src/tracking-page/views/tracking.ts'
import { whatConsumersSee } from '../../src/tracking-page/what-consumers-see.ts'
import { declared, heldUp, underway } from '../support/shipment.ts'

const textOf = (shipment: Shipment) => {
  const texts = chooseTexts('en-GB')
  const now = new Date('2026-03-30T10:00:00Z')
  const urls = { mapUrl: '/map.json', calendarUrl: '/arrival.ics' }
  const options = { texts, assets: { scripts: [], styles: [] }, now, ...urls, feedback: { url: '', given: false } }
  const page = renderPage(trackingPage({ view: whatConsumersSee(shipment), ...options }))
  const [, card = ''] = /<section class="tracking-customs"[^>]*>(.*?)<\/section>/s.exec(page) ?? []
  return card
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('What a recipient is told of customs', () => {
  it('is what it does, how long that usually takes, what it does to the arrival, what to do, and since when.', () => {
    expect(textOf(underway({ customs: [declared()], etaExplanation: heldUp(47) }))).toBe(
      [
        'Customs Customs asks for documents It goes on once customs has them.',
        'From declaration to release this usually takes 2–3 days.',
        'Because of that it arrives about 2 days later than expected yesterday.',
        'The recipient takes it through customs. Look for a message from your carrier or customs broker and hand in what it asks for;',
        'what you do not have, ask the sender for.',
        'Since Saturday 28 March, 09:00, in Rotterdam, Netherlands',
      ].join(' '),
    )
  })

  it('sends those who bought duty-paid to the seller, and nobody anywhere where there is nothing to do.', () => {
    const told = (change: Partial<Shipment>, state: 'documents-required' | 'examination' | 'detained' | 'refused' | 'accepted') =>
      textOf(underway({ ...change, customs: [declared({ state })] }))
    expect(told({ incoterm: 'DDP' }, 'documents-required')).toContain('The seller takes it through customs and has to hand them in.')
    expect(told({ incoterm: 'DDP' }, 'detained')).toContain('Ask the seller what customs wants.')
    expect(told({ incoterm: 'FCA' }, 'detained')).toContain('Ask your carrier or customs broker')
    expect(told({ incoterm: 'DAP' }, 'refused')).toContain('Ask the seller what happens to it now.')
    for (const state of ['examination', 'accepted'] as const) expect(told({}, state)).toContain('You need not do anything.')
  })

  it('says nothing of how the arrival moved where it hardly did.', () => {
    expect(textOf(underway({ customs: [declared()], etaExplanation: heldUp(2) }))).not.toContain('yesterday')
    expect(textOf(underway({ customs: [declared()], etaExplanation: heldUp(-30) }))).toContain(
      'It arrives about 1 day earlier than expected yesterday, as customs was quicker.',
    )
  })

  it('compares with what was first expected, where that is no day ago.', () => {
    const { stages, changes } = heldUp(30)
    const etaExplanation = { stages, changes: changes && { ...changes, against: 'first' as const } }
    expect(textOf(underway({ customs: [declared()], etaExplanation }))).toContain('about 1 day later than first expected')
  })

  it('counts customs and the wait beside it together: hours that went over from one to the other moved nothing.', () => {
    const { stages, changes } = heldUp(24)
    const border = { sequence: 2, kind: 'border' as const, hours: -25 }
    const etaExplanation = { stages, changes: changes && { ...changes, stages: [...changes.stages, border] } }
    expect(textOf(underway({ customs: [declared()], etaExplanation }))).not.toContain('yesterday')
  })

  it('is nothing where nothing is declared, and nothing any more once it has gone on or is there.', () => {
    expect(customsOf(underway())).toBeNull()
    expect(customsOf(underway({ customs: [declared({ state: 'draft', stateAt: null })] }))).toBeNull()
    expect(customsOf(underway({ state: 'delivered', customs: [declared()] }))).toBeNull()
    const released = declared({ state: 'released' })
    expect(customsOf(underway({ customs: [released] }))?.state).toBe('released')
    const { legs } = underway()
    const gone = legs.map((leg) => ({ ...leg, departure: { ...leg.departure, actual: '2026-03-30T07:00:00.000Z' } }))
    expect(customsOf(underway({ customs: [released], legs: gone }))).toBeNull()
  })

  it('is about the declaration that is held, where there are several.', () => {
    const other = declared({ legSequence: 1, country: 'CN', state: 'accepted' })
    expect(customsOf(underway({ customs: [other, declared()] }))?.state).toBe('documents-required')
  })
})
