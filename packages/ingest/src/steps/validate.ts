import { LadingReading } from '@lading/shared/contract/telemetry'
import { Compile } from 'typebox/compile'
import type { Reason } from '../rejection.ts'
import type { Step } from './batch.ts'

const contract = Compile(LadingReading)

const reasonOf: Record<string, Reason> = {
  required: 'missing-field',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  maxLength: 'out-of-range',
}

/** Whatever the format, a claim keeps to the contract of Lading's own: names, types, ranges. Half a position is none. */
export const validate: Step = (batch) => {
  const rejections = [...batch.rejections]
  const claims = batch.claims.filter((claim) => {
    const problem = problemOf(claim.values)
    if (problem) rejections.push({ ...claim, ...problem })
    return !problem
  })
  return { ...batch, claims, rejections }
}

const problemOf = (values: unknown): { reason: Reason; detail: string } | undefined => {
  if (!contract.Check(values)) {
    const [error] = contract.Errors(values)
    return { reason: reasonOf[error?.keyword ?? ''] ?? 'wrong-type', detail: `${error?.instancePath || '/'} ${error?.message}` }
  }
  const { lat, lon } = values as LadingReading
  if ((lat === undefined) !== (lon === undefined))
    return { reason: 'incomplete-position', detail: lat === undefined ? '/lat is missing' : '/lon is missing' }
  return undefined
}
