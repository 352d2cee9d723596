import type { Severity } from '../domain/alert.ts'
import type { Area } from '../domain/area.ts'
import type { HazardKind } from '../domain/hazard.ts'

export const hazardFeeds = ['usgs', 'gdacs', 'cap'] as const
export type HazardFeed = (typeof hazardFeeds)[number]

/** A hazard as a feed tells it. Times are instants (ISO 8601); the area has not been checked. */
export type ToldHazard = {
  kind: HazardKind
  severity: Severity
  title: string
  area: Area
  validFrom: string
  validUntil: string | null
  source: string
  reference: string | null
  note: string | null
}

/**
 * A message of a feed: what it is known by, and told again by; the hazards it tells of, none where it takes back what it said; and the keys of
 * messages that it takes the place of.
 */
export type HazardMessage = { key: string; hazards: ToldHazard[]; replaces: string[] }

export type FeedMistake = { path: string; message: string }

/** `left`: how many messages say nothing that endangers goods (exercises, small earthquakes, all clear). */
export type HazardFeedRead = { feed: HazardFeed; messages: HazardMessage[]; left: number; mistakes: FeedMistake[] }

/** As long as what is kept may be; people read the whole at the source. */
export const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

export const titleOf = (text: string) => shortened(text.replace(/\s+/g, ' ').trim(), 120)
export const noteOf = (text: string | undefined) => (text ? shortened(text, 2000) : null)
export const referenceOf = (text: string | undefined) => (text && text.length <= 500 ? text : null)
