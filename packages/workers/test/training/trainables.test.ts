import { trainedModels } from '@lading/shared/domain/model'
import type { Db } from '@lading/store/postgres/open'
import { expect, it } from 'vitest'
import { createTrainables } from '../../src/training/trainables.ts'

it('The models that may be asked for are those that somebody trains.', () => {
  const trainables = createTrainables({ db: {} as Db, stopping: new AbortController().signal })
  expect(trainables.map(({ name }) => name)).toEqual(trainedModels)
})
