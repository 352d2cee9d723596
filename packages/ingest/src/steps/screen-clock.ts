import type { Clock } from '@lading/shared/clock'
import type { Step } from './batch.ts'

// No tracker of goods reported before 2000: such a clock was never set, or seconds were sent for milliseconds.
const earliestMs = Date.UTC(2000, 0, 1)
// Clocks drift by minutes; a day also covers a device that takes its local time for UTC.
const aheadMaxMs = 24 * 3600 * 1000

/** A reading from an impossible time would sit at the end of every track for ever. */
export const screenClock =
  ({ clock }: { clock: Clock }): Step =>
  (batch) => {
    const latestMs = clock.now().getTime() + aheadMaxMs
    const rejections = [...batch.rejections]
    const arrivals = batch.arrivals.filter(({ reading, delivery, part }) => {
      const { deviceId, recordedAtMs } = reading
      const isPossible = recordedAtMs >= earliestMs && recordedAtMs <= latestMs
      if (!isPossible) {
        const detail = `the device's clock says ${describe(recordedAtMs)}`
        rejections.push({ delivery, part, deviceId, reason: 'clock-out-of-range', detail })
      }
      return isPossible
    })
    return { ...batch, arrivals, rejections }
  }

// Dates end at ±8.64e15 ms; devices do not.
const describe = (ms: number) => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : `${ms} ms since 1970`)
