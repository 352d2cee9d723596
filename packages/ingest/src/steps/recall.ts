import type { DevicePast } from '@lading/store/postgres/device-latest/recall'
import type { Step } from './batch.ts'

export type Recall = (deviceIds: Iterable<string>) => Promise<Map<string, DevicePast>>

/** What is known of the devices of the batch from before it: one question for all of them, as ingest remembers nothing. */
export const recall =
  (ask: Recall): Step =>
  async (batch) => {
    const ids = new Set<string>()
    for (const { reading } of batch.arrivals) ids.add(reading.deviceId)
    return ids.size === 0 ? batch : { ...batch, pasts: await ask(ids) }
  }
