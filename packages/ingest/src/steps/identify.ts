import type { Registry } from '../registry.ts'
import type { Step } from './batch.ts'

/** Nothing is stored for a device that nobody registered: whose readings they are would be a guess. */
export const identify =
  ({ registry }: { registry: Registry }): Step =>
  async (batch) => {
    const unknown = await registry.unknownAmong(batch.arrivals.map(({ reading }) => reading.deviceId))
    if (unknown.size === 0) return batch
    const rejections = [...batch.rejections]
    const arrivals = batch.arrivals.filter(({ reading: { deviceId }, delivery, part }) => {
      const isUnknown = unknown.has(deviceId)
      if (isUnknown) rejections.push({ delivery, part, deviceId, reason: 'unknown-device', detail: `"${deviceId}" is not registered` })
      return !isUnknown
    })
    return { ...batch, arrivals, rejections }
  }
