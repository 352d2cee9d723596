import type { Shipment } from '@lading/shared/contract/shipment'
import type { AlertKind, Severity } from '@lading/shared/domain/alert'
import type { CustomsState } from '@lading/shared/domain/customs-entry'
import type { MilestoneCode } from '@lading/shared/domain/milestone'

/** Something that happened to one of the shipments of a replay. An alert lasts until its cause was gone. */
export type ReplayEvent = { atMs: number; shipmentId: string; trackingNumber: string } & (
  | { kind: 'milestone'; code: MilestoneCode; locationCode: string | null }
  | { kind: 'alert'; alert: AlertKind; severity: Severity; untilMs: number | undefined }
  | { kind: 'customs'; state: CustomsState; country: string }
)

// Customs tells these itself, with more of what is behind.
const toldByCustoms: readonly MilestoneCode[] = ['CUSS', 'CUSI', 'CUSR']

/** What happened, in its order: what was corrected gives way to its correction, what is only planned has not happened. */
export const replayEvents = (shipments: readonly Shipment[]): ReplayEvent[] => {
  const all = shipments.flatMap(({ id: shipmentId, trackingNumber, milestones, alerts, customs }): ReplayEvent[] => {
    const own = { shipmentId, trackingNumber }
    const corrected = new Set(milestones.map(({ corrects }) => corrects))
    const entries = customs.flatMap(({ country, events }) => events.map(({ state, eventTime }) => ({ state, eventTime, country })))
    return [
      ...milestones
        .filter(
          ({ id, classifier, code }) => classifier === 'ACT' && !corrected.has(id) && !(entries.length > 0 && toldByCustoms.includes(code)),
        )
        .map(({ code, eventTime, locationCode }) => ({
          ...own,
          kind: 'milestone' as const,
          atMs: Date.parse(eventTime),
          code,
          locationCode,
        })),
      ...alerts.map(({ kind: alert, severity, openedAt, closedAt }) => ({
        ...own,
        ...{ kind: 'alert' as const, atMs: Date.parse(openedAt), alert, severity },
        untilMs: closedAt === null ? undefined : Date.parse(closedAt),
      })),
      ...entries.map(({ state, eventTime, country }) => ({
        ...own,
        kind: 'customs' as const,
        atMs: Date.parse(eventTime),
        state,
        country,
      })),
    ]
  })
  return all.sort((a, b) => a.atMs - b.atMs)
}

/** The nearest event after a time, or before it. */
export const eventBeside = (events: readonly ReplayEvent[], ms: number, direction: 1 | -1) =>
  direction === 1 ? events.find(({ atMs }) => atMs > ms) : events.findLast(({ atMs }) => atMs < ms)
