import type { Point } from '@lading/shared/geo/point'
import type { TrackedCustoms, TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'

/** What an arrival time is estimated from. */
export type EtaInput = {
  legs: TrackedLeg[]
  position: (Point & { at: Date }) | null
  /** Fixes of the last hours, oldest first. */
  recent: Fix[]
  now: Date
  promisedAt?: Date | null
  /** Clearances that the goods go through. */
  customs?: TrackedCustoms[]
}
