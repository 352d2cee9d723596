import { type PartnerAspect, partnerAspects } from '@lading/shared/domain/partner'
import type { ToldEvidence } from '@lading/store/postgres/partner/record-evidence'
import { instantOf } from './instant-of.ts'
import { readLines } from './records-of.ts'

const needed = ['id', 'partner', 'aspect', 'good', 'at']
const [yes, no] = [new Set(['1', 'true', 'yes']), new Set(['0', 'false', 'no'])]
/** Zones that a file does not name. */
const aheadMs = 86_400_000

/** What is known of partners, from a file as docs/partners.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readPartnerEvidence = (text: string, now: Date): ToldEvidence[] => {
  const lines = new Map<string, number>()
  return readLines(text, needed, ({ line, fields }, wrong): ToldEvidence => {
    const { id = '', partner = '', aspect = '', good = '', count = '', note = '' } = fields
    const key = `${partner} ${id}`
    if (id === '' || id.length > 100) wrong('id', 'length', { least: 1, most: 100 })
    else if (lines.has(key)) wrong('id', 'twice', { value: id, line: lines.get(key) as number })
    lines.set(key, line)
    if (!isAspect(aspect)) wrong('aspect', 'not-one-of', { value: aspect, known: partnerAspects.join(', ') })
    const said = good.toLowerCase()
    if (!yes.has(said) && !no.has(said)) wrong('good', 'not-yes-or-no', { value: good })
    if (count !== '' && !(/^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= 1000))
      wrong('count', 'not-whole', { value: count, least: 1, most: 1000 })
    const value = fields.at ?? ''
    const at = instantOf(value)
    if (!at) wrong('at', 'not-an-instant', { value })
    else if (at.getTime() > now.getTime() + aheadMs) wrong('at', 'to-come', { value })
    if (note.length > 500) wrong('note', 'too-long', { most: 500 })
    return {
      ...{ partner, externalId: id, isGood: yes.has(said), count: Number(count || 1), at: (at ?? now).toISOString() },
      ...{ aspect: isAspect(aspect) ? aspect : 'on-time', path: `line ${line}, partner`, ...(note && { note }) },
    }
  })
}

const isAspect = (text: string): text is PartnerAspect => (partnerAspects as readonly string[]).includes(text)
