import type { Clock } from '@lading/shared/clock'
import type { Reason } from '../rejection.ts'
import type { Step } from './batch.ts'

const minuteMs = 60_000
const yearMs = 365 * 24 * 60 * minuteMs

// A GPS receiver that missed a rollover of its ten-bit week counter is 1,024 weeks (19.6 years) behind, and a clock that was
// never set is in 1970; nothing that watches goods keeps readings for so long.
const behindMaxMs = 15 * yearMs
// Clocks drift by minutes. A device that takes its local time for UTC is hours ahead, and would stay the newest for as long.
const aheadMaxMs = 15 * minuteMs

/** A reading from an impossible time would sit at the end of every track for ever. Both times are kept: the device's in `detail`. */
export const screenClock =
  ({ clock }: { clock: Clock }): Step =>
  (batch) => {
    const nowMs = clock.now().getTime()
    const rejections = [...batch.rejections]
    const arrivals = batch.arrivals.filter(({ reading, delivery, part }) => {
      const { deviceId, recordedAtMs, receivedAtMs } = reading
      const reason = reasonOf(recordedAtMs - nowMs)
      if (!reason) return true
      const detail = `the device's clock says ${describe(recordedAtMs)}, it arrived at ${describe(receivedAtMs)}`
      rejections.push({ delivery, part, deviceId, reason, detail, clockSkewS: (recordedAtMs - receivedAtMs) / 1000 })
      return false
    })
    return { ...batch, arrivals, rejections }
  }

const reasonOf = (aheadMs: number): Reason | undefined =>
  aheadMs > aheadMaxMs ? 'clock-in-future' : aheadMs < -behindMaxMs ? 'clock-far-past' : undefined

// Dates end at ±8.64e15 ms; devices do not.
const describe = (ms: number) => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : `${ms} ms since 1970`)
