import type { Case } from '@lading/models/accuracy/figures'
import type { Tested } from '@lading/models/accuracy/pooled'
import type { ModelName } from '@lading/shared/domain/model'

/** A case of a test on the past, and the group under which it is shown: a lane, a product. */
export type TestedCase = Case & { group: string }

export type Fitted = { windowFrom: Date | null; windowTo: Date | null; rows: number; state: unknown }

/**
 * A model that can be tested on the past and trained anew. A new kind of model is one of these, and an entry in `trainables`.
 */
export type Trainable = {
  name: ModelName
  /** What the naive rule is, in words that end "better than …". */
  naive: string
  /** Whether predictions are made with the model in the registry; one that is only watched is never said to be in use. */
  isApplied: boolean
  /** Whether predictions are made this way before there is any version, so that the first one is used unless it loses. */
  isUsedUntested?: boolean
  /** The pieces of the test, each a job of its own and small enough for one; none while there is too little to test on. */
  parts: (now: Date) => Promise<string[]>
  /** Predictions of one piece as they would have been made then, with nothing that was learnt later, beside the truth. */
  test: (part: string) => Promise<TestedCase[]>
  /** Trains on everything there is, what its test showed included. */
  train: (now: Date, tested: (Tested & { group: string })[]) => Promise<Fitted>
}
