import { ModelParams, Models, TrainAnswer } from '@lading/shared/contract/model'
import { trainedModels } from '@lading/shared/domain/model'
import { DomainError } from '@lading/store/postgres/domain-error'
import { listModels } from '@lading/store/postgres/model/list'
import { latestRuns } from '@lading/store/postgres/model-run/latest'
import { requestRun } from '@lading/store/postgres/model-run/request'
import { toModels } from '../../accuracy/to-models.ts'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['accuracy']

export const modelRoutes = async (app: App, { database: { db }, queue }: Dependencies) => {
  app.get(
    '/v1/models',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Models that predict, their versions, which is in use and why', response: { 200: Models } },
    },
    async () => {
      const [versions, runs] = await Promise.all([listModels(db), latestRuns(db)])
      return { items: toModels(versions, runs) }
    },
  )

  app.post(
    '/v1/models/:name/train',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Test a model on the past and train it anew',
        description: 'Answers the id of the run; where one is under way, of that one. `GET /v1/models` says how far it is.',
        params: ModelParams,
        response: { 202: TrainAnswer },
      },
    },
    async ({ params: { name }, log }, reply) => {
      if (!trainedModels.includes(name)) throw new DomainError('model-not-trained', `The model ${name} is not trained here yet.`)
      // Runs are about work, not about goods: wall-clock time.
      const { id } = await requestRun(db, name, new Date())
      await askForWork(queue, log, 'train', { data: { runId: id, model: name }, deduplicationId: name })
      return reply.code(202).send({ id })
    },
  )
}
