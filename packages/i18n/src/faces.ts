import type dashboard from '../messages/en/dashboard.json'
import type tracking from '../messages/en/tracking.json'

/** The keys of the texts of each face, as English has them. */
export type DashboardKey = keyof typeof dashboard
export type TrackingKey = keyof typeof tracking

export const faces = ['dashboard', 'tracking'] as const
export type Face = (typeof faces)[number]

/** A catalogue in translators' form: messages of ICU MessageFormat by key. */
export type Catalogue = Record<string, string>
