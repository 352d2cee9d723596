import type { Channel } from '@lading/shared/domain/customs-channel'
import type { Mode } from '@lading/shared/domain/mode'

/** A consignment to be cleared. What is not known is left out, and the wider experience speaks. */
export type ClearanceCase = {
  /** Of import, in whatever code the outcomes and the published figures use too. */
  country: string
  office?: string
  /** Commodity code; its first two digits, the chapter, count. */
  hsCode?: string
  mode?: Mode
  /** Importer or declarant, whoever is known to customs. */
  party?: string
  submittedAtMs: number
  /** Documents that will be asked for and are not there. */
  missingDocuments?: string[]
  /** Licences, certificates and other agencies' controls that the goods are under. */
  restrictions?: string[]
}

export type ClearanceOutcome = { channel: Channel; clearedAtMs: number }
