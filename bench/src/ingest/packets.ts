/** The two packets of MQTT 3.1.1 that a publisher needs. */
const withLength = (type: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const header = [type]
  // Seven bits a byte, the least significant first; the eighth says that more follow.
  for (let rest = body.length; ; rest >>= 7) {
    header.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Buffer.concat([Buffer.from(header), body])
}

const twoBytes = (value: number) => Buffer.from([value >> 8, value & 255])
const text = (value: string) => {
  const bytes = Buffer.from(value)
  return Buffer.concat([twoBytes(bytes.length), bytes])
}

/** Clean session, no keep-alive. */
export const connectPacket = (clientId: string, login?: { username: string; password: string }) =>
  withLength(
    0x10,
    text('MQTT'),
    Buffer.from([4, login ? 0xc2 : 2, 0, 0]),
    text(clientId),
    ...(login ? [text(login.username), text(login.password)] : []),
  )

/** QoS 1. */
export const publishPacket = (topic: string, messageId: number, payload: string) =>
  withLength(0x32, text(topic), twoBytes(messageId), Buffer.from(payload))
