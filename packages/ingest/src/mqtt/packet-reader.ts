/** A message as the broker sends it; without an id on QoS 0. */
export type Publish = { topic: string; payload: Buffer; messageId: number | undefined }

type Deps = {
  /** MQTT 5 has properties before the payload. Ingest asks for nothing that they could say. */
  hasProperties: () => boolean
  onPublish: (publish: Publish) => void
  /** Every other packet, as it came; and what is no packet at all, for whoever answers for the connection to complain about. */
  onOther: (bytes: Buffer) => void
  /** Whether to stop before the next PUBLISH. */
  isFull: () => boolean
}

/**
 * Cuts what a connection brings into packets, and reads those that matter by the million: PUBLISH of QoS 0 and 1. Payloads
 * are views of the bytes that came, not copies.
 */
export const createPacketReader = ({ hasProperties, onPublish, onOther, isFull }: Deps) => {
  let bytes: Buffer = nothing
  // A long packet is put together once, not with every piece of it that arrives.
  let pieces: Buffer[] = []
  let missing = 0

  const readOn = () => {
    let at = 0
    while (at < bytes.length) {
      const isPublish = (bytes[at] as number) >> 4 === 3
      if (isPublish && isFull()) break
      const { value: length, end: body } = readLength(bytes, at + 1)
      const next = body + length
      if (length === tooLong) {
        onOther(bytes.subarray(at))
        at = bytes.length
      } else if (body > bytes.length || next > bytes.length) {
        // How long it is may be among what is missing.
        missing = body > bytes.length ? 1 : next - bytes.length
        break
      } else {
        const publish = isPublish ? readPublish(bytes, at, body, next, hasProperties()) : undefined
        if (publish) onPublish(publish)
        else onOther(bytes.subarray(at, next))
        at = next
      }
    }
    bytes = at === 0 ? bytes : at === bytes.length ? nothing : bytes.subarray(at)
  }

  return {
    add: (chunk: Buffer) => {
      missing -= chunk.length
      if (missing > 0) {
        pieces.push(chunk)
        return
      }
      missing = 0
      bytes = bytes.length === 0 && pieces.length === 0 ? chunk : Buffer.concat([bytes, ...pieces, chunk])
      pieces = []
      readOn()
    },
    /** Goes on after having been full; not while a packet is being put together, which was not why it stopped. */
    readOn: () => {
      if (pieces.length === 0) readOn()
    },
  }
}

const nothing = Buffer.alloc(0)
const tooLong = Number.POSITIVE_INFINITY

/** Seven bits a byte, the least significant first; the eighth says that more follow, up to four. Ends beyond the bytes if they end first. */
const readLength = (bytes: Buffer, start: number): { value: number; end: number } => {
  let value = 0
  for (let count = 0; count < 4; count += 1) {
    // Where the bytes end, it goes on reading nothing, and says so by where it ended.
    const byte = bytes[start + count] ?? 0
    value += (byte & 127) << (7 * count)
    if (byte < 128) return { value, end: start + count + 1 }
  }
  return { value: tooLong, end: start }
}

/** Nothing if something about it is wrong or out of the ordinary. */
const readPublish = (bytes: Buffer, at: number, body: number, end: number, hasProperties: boolean): Publish | undefined => {
  const qos = ((bytes[at] as number) >> 1) & 3
  if (qos > 1 || end - body < 2) return undefined
  const topicEnd = body + 2 + bytes.readUInt16BE(body)
  let payloadAt = topicEnd + (qos === 1 ? 2 : 0)
  if (topicEnd === body + 2 || payloadAt > end) return undefined
  if (hasProperties) {
    const { value, end: properties } = readLength(bytes, payloadAt)
    payloadAt = properties + value
    if (payloadAt > end) return undefined
  }
  return {
    topic: bytes.toString('utf8', body + 2, topicEnd),
    payload: bytes.subarray(payloadAt, end),
    messageId: qos === 1 ? bytes.readUInt16BE(topicEnd) : undefined,
  }
}
