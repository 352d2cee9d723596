import type { ModelName } from '@lading/shared/domain/model'
import type { Trainable } from './trainable.ts'

/** The api and the nightly job ask only for models that are here. */
export const trainableOf = (trainables: Trainable[], name: ModelName) => {
  const found = trainables.find((trainable) => trainable.name === name)
  if (!found) throw new Error(`Nobody trains a model named "${name}"`)
  return found
}
