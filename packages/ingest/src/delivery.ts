/** A message as it came off the broker, and what it takes to acknowledge it. */
export type Delivery = {
  topic: string
  payload: Buffer
  /** Platform time. */
  receivedAtMs: number
  /** Missing on QoS 0, where nobody waits for an acknowledgement. */
  messageId?: number | undefined
  /** The connection it came over: a message id means nothing on any other. */
  connection: unknown
  /** Where it comes again from the dead letters: the wall-clock time of its arrival, and how often it arrived. */
  kept?: { receivedAt: Date; times: number }
}
