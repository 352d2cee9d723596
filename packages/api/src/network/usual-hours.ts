import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { Mode } from '@lading/shared/domain/mode'

/** How early and how late a plan is, where nothing has been seen of it: as arrival times begin with. */
export const aboutPlan = (hours: number): HoursQuantiles => ({ p10: 0.75 * hours, p50: hours, p90: 1.6 * hours })

/** Modes that leave to a timetable; the others leave when the goods are there. */
export const keepsItsDay = (mode: Mode) => mode === 'sea' || mode === 'air'

/**
 * How often it leaves where nobody told: container lines call weekly, aircraft fly daily. By judgement, as everything here; services that
 * are told, and waits that were seen, take its place.
 */
export const usualHeadwayHours: Partial<Record<Mode, number>> = { sea: 168, air: 24 }

/** Between two legs: unloading, a gate, a yard, loading. Before ships and aircraft it is the time before departure that goods have to be there. */
export const usualTransfer: Record<Mode, HoursQuantiles> = {
  sea: { p10: 18, p50: 24, p90: 48 },
  air: { p10: 3, p50: 6, p90: 12 },
  rail: { p10: 4, p50: 12, p90: 36 },
  road: { p10: 2, p50: 8, p90: 24 },
  parcel: { p10: 2, p50: 8, p90: 24 },
}

/** Where neither clearances nor published figures tell. */
export const usualBorder: HoursQuantiles = { p10: 4, p50: 24, p90: 72 }
