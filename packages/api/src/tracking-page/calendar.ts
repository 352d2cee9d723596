/** A day or a window of time, with what a calendar calls it. */
export type CalendarEntry = { uid: string; stampedAt: Date; from: string; until: string; summary: string; description: string }

/**
 * An iCalendar file (RFC 5545) with one entry. The same `uid` again puts the entry right where it has been imported before. It
 * does not mark anybody as busy, and holds no address of the page: calendars are shared, and the address opens it.
 */
export const calendarOf = ({ uid, stampedAt, from, until, summary, description }: CalendarEntry) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lading//Tracking page//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART:${utc(new Date(from))}`,
    `DTEND:${utc(new Date(until))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')

// 3.3.5: 20260330T100000Z
const utc = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d+/g, '')

// 3.3.11
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

// 3.1: no line is longer than 75 octets; a character is not torn apart.
const folded = (line: string) => {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n')
}
