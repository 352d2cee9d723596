import type { Severity } from '../domain/alert.ts'
import type { Area } from '../domain/area.ts'
import type { HazardKind } from '../domain/hazard.ts'
import type { LonLat } from '../geo/point.ts'
import { childrenOf, everyElement, textIn, type XmlElement } from '../xml/xml-tree.ts'
import { type FeedMistake, type HazardFeedRead, type HazardMessage, noteOf, referenceOf, type ToldHazard, titleOf } from './told-hazard.ts'

const space = /^urn:oasis:names:tc:emergency:cap:1\.[0-2]$/
const dayMs = 86_400_000

const severities: Record<string, Severity> = {
  Extreme: 'critical',
  Severe: 'critical',
  Moderate: 'warning',
  Minor: 'info',
  Unknown: 'info',
}
const categories: Record<string, HazardKind> = { Met: 'storm', Fire: 'wildfire', Security: 'conflict', Transport: 'closure' }
// The event says more than the category, which for most of nature is "Geo" or "Met".
const events: [RegExp, HazardKind][] = [
  [/flood|tsunami|surge/i, 'flood'],
  [/earthquake/i, 'earthquake'],
  [/volcan|ash/i, 'volcano'],
  [/fire/i, 'wildfire'],
  [/strike|industrial action/i, 'strike'],
  [/clos(ed|ure)/i, 'closure'],
  [/storm|cyclone|typhoon|hurricane|wind|tornado|blizzard|snow|ice/i, 'storm'],
]

const isAlert = ({ name, space: its }: XmlElement) => name === 'alert' && space.test(its)

/** Whether alerts of the Common Alerting Protocol are in it, alone or in something around them, such as Atom. */
export const isCap = (root: XmlElement) => everyElement(root, isAlert).length > 0

/**
 * Alerts of the Common Alerting Protocol (OASIS CAP 1.2, and 1.0 and 1.1 before it). Exercises, tests and drafts are left out. An update takes
 * the place of the alerts that it refers to, a cancellation ends them.
 */
export const readCap = (root: XmlElement): HazardFeedRead => {
  const messages: HazardMessage[] = []
  const mistakes: FeedMistake[] = []
  let left = 0
  for (const alert of everyElement(root, isAlert)) {
    const wrong: Wrong = (path, message, { line } = alert) => {
      mistakes.push({ path: `line ${line}, ${path}`, message })
      return []
    }
    const [identifier, sender, type] = [textIn(alert, 'identifier'), textIn(alert, 'sender'), textIn(alert, 'msgType')]
    const sentMs = Date.parse(textIn(alert, 'sent') ?? '')
    if (textIn(alert, 'status') !== 'Actual' || (type !== 'Alert' && type !== 'Update' && type !== 'Cancel')) {
      left += 1
      continue
    }
    if (!identifier) wrong('alert/identifier', 'is missing')
    else if (!sender) wrong('alert/sender', 'is missing')
    else if (!Number.isFinite(sentMs)) wrong('alert/sent', 'is no time with its offset')
    else {
      const hazards = type === 'Cancel' ? [] : hazardsOf(alert, { sender, sentMs }, wrong)
      const replaces = (textIn(alert, 'references') ?? '').split(/\s+/).flatMap(keyOfReference)
      messages.push({ key: `${sender},${identifier}`, hazards, replaces })
    }
  }
  return { feed: 'cap', messages, left, mistakes }
}

// A reference is "sender,identifier,sent".
const keyOfReference = (reference: string) => {
  const [sender, identifier] = reference.split(',')
  return sender && identifier ? [`${sender},${identifier}`] : []
}

/** Notes a mistake, in place of what would have been read. */
type Wrong = (path: string, message: string, at?: XmlElement) => never[]

const hazardsOf = (alert: XmlElement, { sender, sentMs }: { sender: string; sentMs: number }, wrong: Wrong): ToldHazard[] => {
  // The same is said once in each language.
  const infos = childrenOf(alert, 'info')
  const spoken = infos.filter((info) => /^en\b/i.test(textIn(info, 'language') ?? 'en-US'))
  return (spoken.length > 0 ? spoken : infos.slice(0, 1)).flatMap((info) => {
    const event = textIn(info, 'event') ?? ''
    const fromMs = Date.parse(textIn(info, 'onset') ?? textIn(info, 'effective') ?? new Date(sentMs).toISOString())
    const untilMs = Date.parse(textIn(info, 'expires') ?? new Date(Math.max(fromMs, sentMs) + dayMs).toISOString())
    if (!Number.isFinite(fromMs)) return wrong('info/onset', 'is no time with its offset', info)
    if (!(untilMs > fromMs)) return wrong('info/expires', 'is no time with its offset, or not after the beginning', info)
    // Nothing is expected of what is past or unlikely; "all clear" is said so.
    if (textIn(info, 'urgency') === 'Past' || textIn(info, 'responseType') === 'AllClear') return []
    const told = {
      kind: events.find(([word]) => word.test(event))?.[1] ?? categories[textIn(info, 'category') ?? ''] ?? 'other',
      severity: severities[textIn(info, 'severity') ?? ''] ?? 'info',
      validFrom: new Date(fromMs).toISOString(),
      validUntil: new Date(untilMs).toISOString(),
      source: titleOf(textIn(info, 'senderName') ?? sender),
      reference: referenceOf(textIn(info, 'web')),
      note: noteOf([textIn(info, 'description'), textIn(info, 'instruction')].filter(Boolean).join('\n\n')),
    } as const
    return childrenOf(info, 'area').flatMap((area) => {
      const title = titleOf([textIn(info, 'headline') ?? event, textIn(area, 'areaDesc')].filter(Boolean).join(': '))
      return shapesOf(area, wrong).map((shape) => ({ ...told, title: title || told.kind, area: shape }))
    })
  })
}

// Pairs are latitude, then longitude; a circle has its radius in kilometres behind.
const shapesOf = (area: XmlElement, wrong: Wrong): Area[] => [
  ...childrenOf(area, 'polygon').flatMap((polygon) => {
    const points = polygon.text.split(/\s+/).filter(Boolean).map(pointOf)
    if (points.length >= 4 && points.every((point) => point !== undefined)) return [{ shape: 'polygon' as const, ring: points as LonLat[] }]
    return wrong('area/polygon', 'has to be four or more pairs of latitude and longitude', polygon)
  }),
  ...childrenOf(area, 'circle').flatMap((circle) => {
    const [pair = '', km = ''] = circle.text.split(/\s+/)
    const [centre, radiusKm] = [pointOf(pair), Number(km)]
    if (!centre || km === '' || !(radiusKm >= 0)) return wrong('area/circle', 'has to be latitude, longitude and a radius', circle)
    // A circle of no radius is a point.
    return [{ shape: 'circle' as const, centre, radiusM: Math.max(1, radiusKm) * 1000 }]
  }),
]

const pointOf = (pair: string): LonLat | undefined => {
  const [lat, lon, more] = pair.split(',')
  const [north, east] = [Number(lat), Number(lon)]
  const isPoint = lat && lon && more === undefined && Math.abs(north) <= 90 && Math.abs(east) <= 180
  return isPoint ? [east, north] : undefined
}
