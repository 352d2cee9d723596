import type { Codec, Decoded } from '../codecs/codec.ts'
import type { Delivery } from '../delivery.ts'
import type { Step } from './batch.ts'

// Devices send a few hundred bytes; a day's readings kept offline fit as well.
const payloadMaxBytes = 256 * 1024

/** Messages become claims of devices: the codec is chosen by topic. */
export const decode =
  (codecs: Codec[]): Step =>
  (batch) => {
    const claims = []
    const rejections = [...batch.rejections]
    let { ignored } = batch
    for (const delivery of batch.deliveries) {
      const decoded = decodeOne(codecs, delivery)
      if (decoded.outcome === 'claims') {
        const { deviceId } = decoded
        for (const { values, part, isHistorical } of decoded.claims) claims.push({ delivery, deviceId, values, part, isHistorical })
      } else if (decoded.outcome === 'ignore') ignored += 1
      else rejections.push({ delivery, reason: decoded.reason, detail: decoded.detail, deviceId: decoded.deviceId })
    }
    return { ...batch, claims, rejections, ignored }
  }

const decodeOne = (codecs: Codec[], { topic, payload }: Delivery): Decoded => {
  const codec = codecs.find(({ reads }) => reads(topic))
  if (!codec) return { outcome: 'reject', reason: 'no-codec', detail: `no device format has topics like ${topic}` }
  if (payload.length > payloadMaxBytes)
    return { outcome: 'reject', reason: 'oversized', detail: `${payload.length} bytes, at most ${payloadMaxBytes}` }
  try {
    return codec.decode(topic, payload)
  } catch (error) {
    // A payload that a codec did not foresee must not stop the messages behind it.
    return { outcome: 'reject', reason: 'codec-failed', detail: `${codec.name}: ${(error as Error).message}` }
  }
}
