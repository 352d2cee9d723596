import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import { type Mode, modes } from '@lading/shared/domain/mode'
import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import type { NewClearance } from '@lading/store/postgres/clearance-outcome/record'
import type { Issue } from '@lading/store/postgres/domain-error'
import { countryOf } from './country-of.ts'
import { instantOf } from './instant-of.ts'
import { listInCell } from './lists-in-cells.ts'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['id', 'country', 'submitted_at', 'cleared_at', 'channel']
/** What takes longer is a mistake, or nothing to plan by. */
const mostMs = 2 * 366 * 86_400_000
/** The clocks of partners, and zones that a file does not name. */
const aheadMs = 86_400_000

/** How past clearances went, from a file as docs/customs.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readClearanceHistory = (text: string, now: Date): NewClearance[] => {
  const issues: Issue[] = []
  const seen = new Map<string, number>()
  const clearances = recordsOf(text, needed).records.map(({ line, fields }): NewClearance => {
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    const { id = '', country = '', hs_code: hsCode = '', mode = '', channel = '', party = '' } = fields
    if (id === '') wrong('id', 'is empty')
    else if (seen.has(id)) wrong('id', `"${id}" stands on line ${seen.get(id)} too`)
    seen.set(id, line)
    const known = countryOf(country)
    if (!known) wrong('country', `"${country}" is no country by ISO 3166-1`)
    if (hsCode !== '' && !/^\d{2,10}$/.test(hsCode)) wrong('hs_code', `"${hsCode}" is not 2 to 10 digits`)
    if (mode !== '' && !isMode(mode)) wrong('mode', `"${mode}" is none of ${modes.join(', ')}`)
    if (!isChannel(channel)) wrong('channel', `"${channel}" is none of ${channels.join(', ')}`)
    const instant = (field: 'submitted_at' | 'cleared_at') => {
      const at = instantOf(fields[field] ?? '')
      if (!at) wrong(field, `"${fields[field]}" is not an instant such as 2026-03-31T08:00:00Z`)
      else if (at.getTime() > now.getTime() + aheadMs) wrong(field, 'has not come yet')
      return at
    }
    const [submittedAt, clearedAt] = [instant('submitted_at'), instant('cleared_at')]
    if (submittedAt && clearedAt && clearedAt < submittedAt) wrong('cleared_at', 'is before submitted_at')
    if (submittedAt && clearedAt && clearedAt.getTime() - submittedAt.getTime() > mostMs)
      wrong('cleared_at', 'is more than two years after')
    return {
      key: `import/${id}`,
      country: known ?? '',
      office: fields.office || null,
      hsCode: hsCode || null,
      mode: isMode(mode) ? mode : null,
      party: party === '' ? null : partyKey(party),
      submittedAt: submittedAt ?? now,
      clearedAt: clearedAt ?? now,
      channel: isChannel(channel) ? channel : 'released',
      missingDocuments: listInCell(fields.missing_documents),
      restrictions: listInCell(fields.restrictions),
      source: 'import',
    }
  })
  if (clearances.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any clearance' })
  refuseFile(issues)
  return clearances
}

const isMode = (text: string): text is Mode => (modes as readonly string[]).includes(text)
const isChannel = (text: string): text is Channel => (channels as readonly string[]).includes(text)
