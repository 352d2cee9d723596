import { isClosed } from '@lading/shared/domain/customs-entry'
import type { NewClearancePrediction } from '@lading/store/postgres/clearance-prediction/keep'
import type { TrackedCustoms, TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { EstimatedClearance } from '../eta/estimate.ts'
import { hourMs } from '../fix.ts'

/**
 * The predictions of a release that go into the history: the first of a clearance, each after something was told of it, and those that
 * moved by more than an hour, or a tenth of what is left when that is more. What is refused is not predicted: nobody will release it.
 */
export const clearancesToKeep = ({ id, customs }: TrackedShipment, estimated: EstimatedClearance[], now: Date): NewClearancePrediction[] =>
  estimated.flatMap(({ legSequence, p10, p50, p90, usualHours, channels }) => {
    const its = customs.find((each) => each.legSequence === legSequence)
    if (!its || (its.entry && isClosed(its.entry.state)) || !isNews(its, p50, now)) return []
    return { shipmentId: id, legSequence, madeAt: now, p10, p50, p90, naive: usualHours, channels }
  })

const isNews = ({ entry, kept }: TrackedCustoms, p50: number, now: Date) => {
  if (!kept) return true
  if (kept.madeAt >= now) return false
  if (entry?.stateAt && Date.parse(entry.stateAt) > kept.madeAt.getTime()) return true
  const movedHours = Math.abs((now.getTime() - kept.madeAt.getTime()) / hourMs + p50 - kept.p50)
  return movedHours > Math.max(1, p50 / 10)
}
