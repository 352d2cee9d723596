import type { Codec } from '@lading/ingest/codecs/codec'
import { createCodecs } from '@lading/ingest/codecs/index'
import { createPipeline } from '@lading/ingest/pipeline'
import type { DevicePast } from '@lading/store/postgres/device-latest/recall'
import { delivery, receivedAtMs } from './delivery.ts'

const codecs = createCodecs({ mappings: [], traccarTopic: 'traccar', publish: () => {}, nowMs: () => 0 })

type Options = {
  more?: Codec[]
  pasts?: Record<string, DevicePast>
  rate?: number
  burst?: number
  now?: () => number
  recallFails?: () => void
}

/** The pipeline over devices of which nothing is known but `pasts`; those whose names begin with "stranger" are not registered. */
export const pipelineOf = ({ more = [], pasts = {}, rate = 1e5, burst = 1e7, now = () => 0, recallFails = () => {} }: Options = {}) =>
  createPipeline({
    codecs: [...more, ...codecs],
    clock: { now: () => new Date(receivedAtMs) },
    registry: { unknownAmong: async (ids) => new Set(ids.filter((id) => id.startsWith('stranger'))) },
    recall: async (ids) => {
      recallFails()
      return new Map([...ids].flatMap((id) => (pasts[id] ? [[id, pasts[id]]] : [])))
    },
    flood: { rate, burst, now },
  })

/** Sends values as device "d", all in one batch, each a message of its own. */
export const sendAll = async (values: object[], options: Options = {}) => {
  const { arrivals, rejections, ...rest } = await pipelineOf(options)(values.map((value) => delivery('lading/v1/d/telemetry', value)))
  return {
    ...rest,
    stored: arrivals.map(({ reading }) => JSON.parse(JSON.stringify(reading)) as Record<string, unknown>),
    rejected: rejections.map(({ reason }) => reason),
    details: rejections.map(({ detail }) => detail),
  }
}
