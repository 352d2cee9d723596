import type { Track, TrackMessage } from './track.ts'

type Message = Record<string, unknown>

/**
 * The OwnTracks recorder's files: time received, kind padded to 18 characters, and the message as it came, parted by tabs
 * (https://github.com/owntracks/recorder#rec). The message knows its own time in `tst`, seconds since 1970, which some
 * versions wrote as text.
 */
export const parseRec = (text: string): Track => {
  const fixes: TrackMessage[] = []
  const others: Track['others'] = []
  for (const line of text.split(/\r?\n/)) {
    const message = messageOf(line)
    if (!message) continue
    const fix = fixOf(message)
    if (fix) fixes.push(fix)
    else others.push({ afterFix: fixes.length, payload: JSON.stringify(message) })
  }
  // A phone that was offline sends the newest first.
  return { fixes: fixes.sort((a, b) => a.atMs - b.atMs), others }
}

const messageOf = (line: string): Message | undefined => {
  const json = line.split('\t').slice(2).join('\t')
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Message) : undefined
  } catch {
    return undefined
  }
}

const fixOf = (message: Message): TrackMessage | undefined => {
  const [lat, lon, tst] = [message.lat, message.lon, message.tst].map((value) => (value === '' ? Number.NaN : Number(value ?? Number.NaN)))
  if (message._type !== 'location' || lat === undefined || lon === undefined || tst === undefined) return undefined
  if (![lat, lon, tst].every(Number.isFinite)) return undefined
  const payloadAt = (atMs: number) => JSON.stringify({ ...message, lat, lon, tst: Math.round(atMs / 1000) })
  return { atMs: tst * 1000, lat, lon, payloadAt }
}
