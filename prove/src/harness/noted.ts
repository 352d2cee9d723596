/** What one scenario or another measures besides. */
export type Noted = {
  /** Messages that rightly say nothing about goods, as ingest counts them: neither stored nor dead letters. */
  ignored: number
  /** Of everybody but the device that floods, 99 % of the readings are stored and told sooner than this. */
  restOfFleetP99Ms: number
  /** The same, divided by what it is without the flood. */
  restOfFleetP99Ratio: number
}
