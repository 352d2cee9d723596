import type { Severity } from '../domain/alert.ts'
import type { Area } from '../domain/area.ts'
import type { HazardKind } from '../domain/hazard.ts'
import { everyElement, textIn, type XmlElement } from '../xml/xml-tree.ts'
import { type FeedMistake, type HazardFeedRead, type HazardMessage, noteOf, referenceOf, titleOf } from './told-hazard.ts'

const space = 'http://www.gdacs.org'
const hourMs = 3_600_000

/** What GDACS calls them; how far about its point goods may be held up, in kilometres, and for how many hours after its end: rules of thumb of ours. */
const types: Record<string, { kind: HazardKind; radiusKm: number; afterHours: number }> = {
  EQ: { kind: 'earthquake', radiusKm: 100, afterHours: 72 },
  TC: { kind: 'storm', radiusKm: 300, afterHours: 24 },
  FL: { kind: 'flood', radiusKm: 100, afterHours: 48 },
  VO: { kind: 'volcano', radiusKm: 100, afterHours: 48 },
  WF: { kind: 'wildfire', radiusKm: 30, afterHours: 24 },
  TS: { kind: 'flood', radiusKm: 200, afterHours: 48 },
}
const levels: Record<string, Severity> = { green: 'info', orange: 'warning', red: 'critical' }

/** Whether it is RSS as GDACS publishes it. */
export const isGdacs = (root: XmlElement) =>
  root.name === 'rss' && everyElement(root, (element) => element.space.replace(/\/$/, '') === space).length > 0

/** Events in the RSS of the Global Disaster Alert and Coordination System. An event is told again while it lasts, under the same number. */
export const readGdacs = (root: XmlElement): HazardFeedRead => {
  const messages: HazardMessage[] = []
  const mistakes: FeedMistake[] = []
  let left = 0
  for (const item of everyElement(root, ({ name }) => name === 'item')) {
    const wrong = (name: string, message: string) => mistakes.push({ path: `line ${item.line}, item/${name}`, message })
    const [type = '', id] = [textIn(item, 'eventtype'), textIn(item, 'eventid')]
    const known = types[type]
    const severity = levels[(textIn(item, 'alertlevel') ?? '').toLowerCase()]
    // Droughts hold up no goods on their way.
    if (!known) {
      left += 1
      continue
    }
    const [from, to] = [dateOf(textIn(item, 'fromdate')), dateOf(textIn(item, 'todate'))]
    const area = areaOf(item, known.radiusKm)
    if (!id) wrong('eventid', 'is missing')
    else if (!severity) wrong('alertlevel', 'is not Green, Orange or Red')
    else if (from === undefined) wrong('fromdate', 'is no date (RFC 822)')
    else if (to === undefined || to < from) wrong('todate', 'is no date (RFC 822), or before fromdate')
    else if (!area) wrong('bbox', 'nor point says where it is')
    else
      messages.push({
        key: type + id,
        replaces: [],
        hazards: [
          {
            ...{ kind: known.kind, severity, area, source: 'GDACS' },
            title: titleOf(textIn(item, 'title') ?? `${known.kind} ${textIn(item, 'country') ?? ''}`),
            validFrom: new Date(from).toISOString(),
            validUntil: new Date(to + known.afterHours * hourMs).toISOString(),
            reference: referenceOf(textIn(item, 'link')),
            note: noteOf(textIn(item, 'description')),
          },
        ],
      })
  }
  return { feed: 'gdacs', messages, left, mistakes }
}

const dateOf = (text: string | undefined) => {
  const ms = Date.parse(text ?? '')
  return Number.isFinite(ms) ? ms : undefined
}

// The box where there is one that is larger than a point, otherwise a circle. A box is west, east, south, north.
const areaOf = (item: XmlElement, radiusKm: number): Area | undefined => {
  const [west, east, south, north] = numbers(textIn(item, 'bbox'), 4) ?? []
  const isBox = west !== undefined && east !== undefined && south !== undefined && north !== undefined
  if (isBox && onEarth(west, south) && onEarth(east, north) && west < east && south < north && east - west < 180)
    return {
      shape: 'polygon',
      ring: [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    }
  const [lat, lon] = numbers(textIn(item, 'point'), 2) ?? pointOf(item) ?? []
  return lat === undefined || lon === undefined || !onEarth(lon, lat)
    ? undefined
    : { shape: 'circle', centre: [lon, lat], radiusM: radiusKm * 1000 }
}

const pointOf = (item: XmlElement) => {
  const point = item.children.find(({ name }) => name === 'Point')
  return point && numbers(`${textIn(point, 'lat')} ${textIn(point, 'long')}`, 2)
}

const numbers = (text: string | undefined, count: number) => {
  const all = text
    ? text
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : []
  return all.length === count && all.every(Number.isFinite) ? all : undefined
}

const onEarth = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90
