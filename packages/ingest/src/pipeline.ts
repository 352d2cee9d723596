import type { Clock } from '@lading/shared/clock'
import type { Codec } from './codecs/codec.ts'
import type { Delivery } from './delivery.ts'
import type { Registry } from './registry.ts'
import { type Batch, beginBatch } from './steps/batch.ts'
import { decode } from './steps/decode.ts'
import { identify } from './steps/identify.ts'
import { normalise } from './steps/normalise.ts'
import { screenClock } from './steps/screen-clock.ts'
import { validate } from './steps/validate.ts'

type Deps = { codecs: Codec[]; clock: Clock; registry: Registry }

/** From messages to readings and rejections. Changes nothing anywhere, so it may be run again. */
export const createPipeline = ({ codecs, clock, registry }: Deps) => {
  const steps = [decode(codecs), validate, normalise, screenClock({ clock }), identify({ registry })]
  return async (deliveries: Delivery[]): Promise<Batch> => {
    let batch = beginBatch(deliveries)
    for (const step of steps) batch = await step(batch)
    return batch
  }
}

export type Pipeline = ReturnType<typeof createPipeline>
