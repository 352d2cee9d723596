import type { Model, ModelRun } from '@lading/shared/contract/model'
import { modelNames, trainedModels } from '@lading/shared/domain/model'
import type { listModels } from '@lading/store/postgres/model/list'
import type { latestRuns } from '@lading/store/postgres/model-run/latest'

type Version = Awaited<ReturnType<typeof listModels>>[number]
type Run = Awaited<ReturnType<typeof latestRuns>>[number]

/** Every model there may be, with its versions and its newest run. */
export const toModels = (versions: Version[], runs: Run[]): Model[] =>
  modelNames.map((name) => {
    const latest = runs.find(({ run }) => run.model === name)
    return {
      name,
      isTrained: trainedModels.includes(name),
      versions: versions.filter((version) => version.name === name).map(toVersion),
      run: latest ? toRun(latest) : null,
    }
  })

const toVersion = ({
  version,
  trainedAt,
  windowFrom,
  windowTo,
  rows,
  metrics,
  inUse,
  reason,
  why,
}: Version): Model['versions'][number] => ({
  version,
  trainedAt: trainedAt.toISOString(),
  window: windowFrom && windowTo ? { from: windowFrom.toISOString(), until: windowTo.toISOString() } : null,
  rows,
  metrics,
  inUse,
  reason,
  why,
})

const toRun = ({ run, partsDone }: Run): ModelRun => ({
  id: run.id,
  state: run.finishedAt ? (run.failed ? 'failed' : 'done') : run.startedAt ? 'running' : 'waiting',
  requestedAt: run.requestedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  partsDone,
  parts: run.parts,
  outcome: run.outcome,
  version: run.version,
})
