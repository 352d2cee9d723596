import { type PartnerAspect, partnerAspects } from '@lading/shared/domain/partner'
import type { Issue } from '@lading/store/postgres/domain-error'
import type { ToldEvidence } from '@lading/store/postgres/partner/record-evidence'
import { instantOf } from './instant-of.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['id', 'partner', 'aspect', 'good', 'at']
const [yes, no] = [new Set(['1', 'true', 'yes']), new Set(['0', 'false', 'no'])]
/** Zones that a file does not name. */
const aheadMs = 86_400_000

/** What is known of partners, from a file as docs/partners.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readPartnerEvidence = (text: string, now: Date): ToldEvidence[] => {
  const issues: Issue[] = []
  const lines = new Map<string, number>()
  const told = recordsOf(text, needed).records.map(({ line, fields }): ToldEvidence => {
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    const { id = '', partner = '', aspect = '', good = '', count = '', note = '' } = fields
    const key = `${partner} ${id}`
    if (id === '' || id.length > 100) wrong('id', 'is not 1 to 100 characters')
    else if (lines.has(key)) wrong('id', `"${id}" stands on line ${lines.get(key)} too`)
    lines.set(key, line)
    if (!isAspect(aspect)) wrong('aspect', `"${aspect}" is none of ${partnerAspects.join(', ')}`)
    const said = good.toLowerCase()
    if (!yes.has(said) && !no.has(said)) wrong('good', `"${good}" is neither 1 nor 0`)
    if (count !== '' && !(/^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= 1000))
      wrong('count', `"${count}" is not a whole number from 1 to 1000`)
    const at = instantOf(fields.at ?? '')
    if (!at) wrong('at', `"${fields.at}" is not an instant such as 2026-03-31T08:00:00Z`)
    else if (at.getTime() > now.getTime() + aheadMs) wrong('at', 'has not come yet')
    if (note.length > 500) wrong('note', 'is longer than 500 characters')
    return {
      ...{ partner, externalId: id, isGood: yes.has(said), count: Number(count || 1), at: (at ?? now).toISOString() },
      ...{ aspect: isAspect(aspect) ? aspect : 'on-time', path: `line ${line}, partner`, ...(note && { note }) },
    }
  })
  if (told.length === 0) issues.push({ path: 'line 1', message: 'is not followed by anything' })
  refuseFile(issues)
  return told
}

const isAspect = (text: string): text is PartnerAspect => (partnerAspects as readonly string[]).includes(text)
