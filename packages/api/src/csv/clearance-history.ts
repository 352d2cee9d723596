import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import { type Mode, modes } from '@lading/shared/domain/mode'
import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import type { NewClearance } from '@lading/store/postgres/clearance-outcome/record'
import { countryOf } from './country-of.ts'
import { instantOf } from './instant-of.ts'
import { listInCell } from './lists-in-cells.ts'
import { readLines } from './records-of.ts'

const needed = ['id', 'country', 'submitted_at', 'cleared_at', 'channel']
/** What takes longer is a mistake, or nothing to plan by. */
const mostMs = 2 * 366 * 86_400_000
/** The clocks of partners, and zones that a file does not name. */
const aheadMs = 86_400_000

/** How past clearances went, from a file as docs/customs.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readClearanceHistory = (text: string, now: Date): NewClearance[] => {
  const seen = new Map<string, number>()
  return readLines(text, needed, ({ line, fields }, wrong): NewClearance => {
    const { id = '', country = '', hs_code: hsCode = '', mode = '', channel = '', party = '' } = fields
    if (id === '') wrong('id', 'missing')
    else if (seen.has(id)) wrong('id', 'twice', { value: id, line: seen.get(id) as number })
    seen.set(id, line)
    const known = countryOf(country)
    if (!known) wrong('country', 'country-unknown', { value: country })
    if (hsCode !== '' && !/^\d{2,10}$/.test(hsCode)) wrong('hs_code', 'not-digits', { value: hsCode, least: 2, most: 10 })
    if (mode !== '' && !isMode(mode)) wrong('mode', 'not-one-of', { value: mode, known: modes.join(', ') })
    if (!isChannel(channel)) wrong('channel', 'not-one-of', { value: channel, known: channels.join(', ') })
    const instant = (field: 'submitted_at' | 'cleared_at') => {
      const value = fields[field] ?? ''
      const at = instantOf(value)
      if (!at) wrong(field, 'not-an-instant', { value })
      else if (at.getTime() > now.getTime() + aheadMs) wrong(field, 'to-come', { value })
      return at
    }
    const [submittedAt, clearedAt] = [instant('submitted_at'), instant('cleared_at')]
    if (submittedAt && clearedAt && clearedAt < submittedAt) wrong('cleared_at', 'before', { other: 'submitted_at' })
    if (submittedAt && clearedAt && clearedAt.getTime() - submittedAt.getTime() > mostMs)
      wrong('cleared_at', 'years-after', { other: 'submitted_at' })
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
}

const isMode = (text: string): text is Mode => (modes as readonly string[]).includes(text)
const isChannel = (text: string): text is Channel => (channels as readonly string[]).includes(text)
