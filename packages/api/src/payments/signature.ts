import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old a message may be, or how far ahead the clock of its sender, in seconds: what is caught on its way is worth nothing later. */
export const toleranceSeconds = 300

const macOf = (secret: string, seconds: number, body: Buffer | string) =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')

/** `t=1774864800,v1=…`: HMAC-SHA256 over the time and the body as it is sent. */
export const signatureOf = (secret: string, body: Buffer | string, now: Date) => {
  const seconds = Math.floor(now.getTime() / 1000)
  return `t=${seconds},v1=${macOf(secret, seconds, body)}`
}

export type SignatureCheck = 'right' | 'no-signature' | 'wrong-signature' | 'too-old'

/** Whether a body was signed with the secret, not long ago. Takes as long however much of a signature is right. */
export const checkSignature = (secret: string, header: string | undefined, body: Buffer, now: Date): SignatureCheck => {
  const [, time, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (time === undefined || mac === undefined) return 'no-signature'
  const seconds = Number(time)
  if (!timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(secret, seconds, body), 'hex'))) return 'wrong-signature'
  return Math.abs(now.getTime() / 1000 - seconds) > toleranceSeconds ? 'too-old' : 'right'
}
