import type { Location } from '@lading/shared/contract/location'
import type { Channel } from '@lading/shared/domain/customs-channel'
import type { CustomsEventState } from '@lading/shared/domain/customs-entry'

/** Something that customs says, or that is told it. `present` are documents that are there from then on. */
export type CustomsStep = { state: CustomsEventState; atMs: number; documents?: string[]; present?: string[] }

/** What truly happens to goods where they enter a customs territory. */
export type Clearance = {
  /** Of the leg that waits for the release. */
  legSequence: number
  country: string
  /** Where it is cleared, which is where the goods wait. */
  office: Location
  reference: string
  declarant: string
  channel: Channel
  requiredDocuments: string[]
  /** Of them, those that nobody has when the goods are announced. */
  missingDocuments: string[]
  restrictions: string[]
  /** Oldest first; the last one is the release. */
  steps: CustomsStep[]
  lodgedMs: number
  releasedMs: number
}
