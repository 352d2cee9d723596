import type { Clock } from '@lading/shared/clock'
import type { Codec } from './codecs/codec.ts'
import type { Delivery } from './delivery.ts'
import type { Registry } from './registry.ts'
import { type Batch, beginBatch } from './steps/batch.ts'
import { decode } from './steps/decode.ts'
import { identify } from './steps/identify.ts'
import { normalise } from './steps/normalise.ts'
import { type Recall, recall } from './steps/recall.ts'
import { screenClock } from './steps/screen-clock.ts'
import { screenFlood } from './steps/screen-flood.ts'
import { screenFrozenFix } from './steps/screen-frozen-fix.ts'
import { screenJumps } from './steps/screen-jumps.ts'
import { screenZeroIsland } from './steps/screen-zero-island.ts'
import { tellOrder } from './steps/tell-order.ts'
import { validate } from './steps/validate.ts'

type Deps = { codecs: Codec[]; clock: Clock; registry: Registry; recall: Recall; flood: Parameters<typeof screenFlood>[0] }

/** From messages to readings and rejections. Changes nothing anywhere, so it may be run again. */
export const createPipeline = ({ codecs, clock, registry, recall: ask, flood }: Deps) => {
  const steps = [
    decode(codecs),
    validate,
    normalise,
    screenClock({ clock }),
    screenZeroIsland,
    identify({ registry }),
    recall(ask),
    screenFlood(flood),
    screenFrozenFix,
    screenJumps,
    tellOrder,
  ]
  return async (deliveries: Delivery[]): Promise<Batch> => {
    let batch = beginBatch(deliveries)
    for (const step of steps) batch = await step(batch)
    return batch
  }
}

export type Pipeline = ReturnType<typeof createPipeline>
