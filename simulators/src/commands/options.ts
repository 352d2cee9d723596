import { type FaultRates, faultLevels, faultRates, isFaultLevel } from '../faults/rates.ts'
import { UsageError } from '../usage-error.ts'

/** A number of the command line within its bounds. */
export const numberOption = (name: string, raw: string, min: number, max: number, whole = false): number => {
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value
  throw new UsageError(`--${name} wants a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not "${raw}"`)
}

export const faultsOption = (raw: string): FaultRates => {
  if (isFaultLevel(raw)) return faultRates[raw]
  throw new UsageError(`--faults wants one of ${faultLevels.join(', ')}, not "${raw}"`)
}
