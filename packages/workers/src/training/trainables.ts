import type { Db } from '@lading/store/postgres/open'
import { createArrivalTrainable } from './arrival.ts'
import { createCustomsTrainable } from './customs.ts'
import { createDemandTrainable } from './demand.ts'
import { createForecastAside } from './forecast-aside.ts'
import { createLearnAside } from './learn-aside.ts'
import type { Trainable } from './trainable.ts'

/** Every model that is tested and trained; `trainedModels` names the same ones, for the api. */
export const createTrainables = ({ db, stopping }: { db: Db; stopping: AbortSignal }): Trainable[] => [
  createArrivalTrainable({ db, learn: createLearnAside(stopping) }),
  createCustomsTrainable({ db }),
  createDemandTrainable({ db, forecast: createForecastAside(stopping) }),
]
