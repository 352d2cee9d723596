import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { hourMs } from '../fix.ts'
import type { Stay } from '../geofences/follow-stays.ts'
import { plain, type Rule } from './rule.ts'

/** The most severe first, then the one that lasts longest: one alert tells of one fence, and of how many others. */
const worstOf = <Its extends { stay: Stay; sinceMs: number }>(all: Its[]) =>
  all.toSorted((a, b) => Number(isCritical(b)) - Number(isCritical(a)) || a.sinceMs - b.sinceMs).at(0)
const isCritical = ({ stay }: { stay: Stay }) => stay.fence.alerts.severity === 'critical'

const named = ({ fence: { id, name } }: Stay, all: unknown[], sinceMs: number) => ({
  ...{ geofenceId: id, name, others: all.length - 1, sinceAt: new Date(sinceMs).toISOString() },
})

/** Within a fence where goods should not be. Closes when it is outside for certain. */
export const geofenceEntered: Rule = ({ stays, now }, open) => {
  const within = stays.flatMap((stay) =>
    stay.fence.alerts.entered && stay.current ? [{ stay, sinceMs: stay.current.enteredAt.getTime() }] : [],
  )
  const worst = worstOf(within)
  if (!worst) return 'over'
  const { fence } = worst.stay
  const hours = Math.floor((now.getTime() - worst.sinceMs) / hourMs)
  const facts = { ...named(worst.stay, within, worst.sinceMs), hours } satisfies FactsOf['geofence-entered']
  return {
    severity: fence.alerts.severity,
    message: `The goods are within ${fence.name}, where they should not be.`,
    facts,
    figure: { name: 'hours', step: 24 },
    isNews: open !== undefined && (open.facts.geofenceId !== fence.id || open.facts.others !== facts.others),
  }
}

/** Outside a fence that it was within and should not leave. Closes when it is within again, or the leg that the fence is meant for is over. */
export const geofenceLeft: Rule = ({ stays, fixes }, open) => {
  const last = fixes.at(-1)
  const outside = stays.flatMap((stay) =>
    stay.fence.alerts.left && stay.isMeant && !stay.current && stay.last?.leftAt ? [{ stay, sinceMs: stay.last.leftAt.getTime() }] : [],
  )
  const worst = worstOf(outside)
  if (!worst) return 'over'
  if (!last) return 'unclear'
  const { fence } = worst.stay
  const outsideKm = round(Math.max(0, edgeDistanceM(fence.area, last)) / 1000)
  const worstKm = Math.max(outsideKm, open?.facts.geofenceId === fence.id ? Number(open.facts.worstKm) : 0)
  const facts = { ...named(worst.stay, outside, worst.sinceMs), outsideKm, worstKm } satisfies FactsOf['geofence-left']
  return {
    severity: fence.alerts.severity,
    message: `The goods are ${plain(outsideKm)} km outside ${fence.name}, which they should not leave.`,
    facts,
    figure: { name: 'worstKm', step: Math.max(1, worstKm / 4), material: Math.max(2, worstKm) },
    isNews: open !== undefined && (open.facts.geofenceId !== fence.id || open.facts.others !== facts.others),
  }
}

/** Within a fence for longer than it allows, up to the last report: silence is not staying. */
export const geofenceDwell: Rule = ({ stays, fixes }, open) => {
  const last = fixes.at(-1)
  const long = stays.flatMap((stay) => {
    const { dwellHours } = stay.fence.alerts
    if (!stay.current || dwellHours === null || !last) return []
    const sinceMs = stay.current.enteredAt.getTime()
    const hours = (last.atMs - sinceMs) / hourMs
    return hours >= dwellHours ? [{ stay, sinceMs, hours, dwellHours }] : []
  })
  const worst = worstOf(long)
  if (!worst) return last || stays.every(({ current }) => !current) ? 'over' : 'unclear'
  const { stay, hours, dwellHours, sinceMs } = worst
  const facts = {
    ...named(stay, long, sinceMs),
    ...{ hours: Math.floor(hours), limitHours: dwellHours },
  } satisfies FactsOf['geofence-dwell']
  return {
    severity: stay.fence.alerts.severity,
    message: `The goods have been within ${stay.fence.name} for ${Math.floor(hours)} hours; ${plain(dwellHours)} are allowed.`,
    facts,
    figure: { name: 'hours', step: Math.max(6, dwellHours / 2) },
    isNews: open !== undefined && open.facts.geofenceId !== stay.fence.id,
  }
}

const round = (km: number) => Math.round(km * 10) / 10
