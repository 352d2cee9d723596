/** How often something happens to what a device sends; each between 0 and 1. */
export type FaultRates = {
  batchMissing: number
  batchOutOfOrder: number
  batchDuplicated: number
  entryMissing: number
  entryOutOfOrder: number
  /** One measurement, never the position, reads 0. */
  zeroField: number
  /** The clock of the device is wrong for one entry. */
  wrongClock: number
  /** The fix is hundreds of kilometres off. */
  jump: number
}

export const faultRates = {
  none: {
    batchMissing: 0,
    batchOutOfOrder: 0,
    batchDuplicated: 0,
    entryMissing: 0,
    entryOutOfOrder: 0,
    zeroField: 0,
    wrongClock: 0,
    jump: 0,
  },
  /**
   * For demonstrations: what a healthy fleet does. Late, lost and repeated messages are told apart by nobody who looks at the map;
   * zeros and jumps would show as frozen goods and leaping ships, so there are none.
   */
  gentle: {
    batchMissing: 0.005,
    batchOutOfOrder: 0.01,
    batchDuplicated: 0.01,
    entryMissing: 0.01,
    entryOutOfOrder: 0.05,
    zeroField: 0,
    wrongClock: 0.0005,
    jump: 0,
  },
  /** Missing, disordered and zero as in the IoT case of the Time Series Benchmark Suite; the others as real trackers have them. */
  tsbs: {
    batchMissing: 0.01,
    batchOutOfOrder: 0.05,
    batchDuplicated: 0.02,
    entryMissing: 0.1,
    entryOutOfOrder: 0.3,
    zeroField: 0.1,
    wrongClock: 0.005,
    jump: 0.005,
  },
} as const satisfies Record<string, FaultRates>

export type FaultLevel = keyof typeof faultRates
export const faultLevels = Object.keys(faultRates) as FaultLevel[]
export const isFaultLevel = (name: string): name is FaultLevel => Object.hasOwn(faultRates, name)
