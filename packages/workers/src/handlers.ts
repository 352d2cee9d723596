import type { Clock } from '@lading/shared/clock'
import type { Queue } from '@lading/store/queue/open'
import type { Handlers } from '@lading/store/queue/worker'
import { createFollow, type FollowDeps } from './jobs/follow.ts'
import { createForecastJob } from './jobs/forecast.ts'
import { createNewsJob } from './jobs/news.ts'
import { createPartnersJob } from './jobs/partners.ts'
import { createPlanJob } from './jobs/plan.ts'
import { createRetrainJob } from './jobs/retrain.ts'
import { createRiskJob } from './jobs/risk.ts'
import { createScoreJob } from './jobs/score.ts'
import { createSweepJob } from './jobs/sweep.ts'
import { createTrackJob } from './jobs/track.ts'
import { createTrainJob } from './jobs/train.ts'
import { createTrainFinishJob } from './jobs/train-finish.ts'
import { createTrainPartJob } from './jobs/train-part.ts'
import type { SeaLanes } from './models/plan-route/sea-lanes.ts'
import { createLookAside } from './stock/look-aside.ts'
import type { Trainable } from './training/trainable.ts'

type Deps = FollowDeps & {
  queue: Pick<Queue, 'request' | 'flow'>
  /** Work is timed by the wall. */
  wallClock: Clock
  lanes: SeaLanes
  retain: () => Promise<void>
  /** Sends what is due to recipients; nothing where no mails are sent here. */
  mail?: (() => Promise<void>) | undefined
  /** Fetches exchange rates; nothing where no address of them is set. */
  rates?: (() => Promise<void>) | undefined
  /** Fetches feeds of hazards; nothing where no address of any is set. */
  hazards?: (() => Promise<void>) | undefined
  trainables: Trainable[]
  /** Aborted when the process ends. */
  stopping: AbortSignal
}

/** One handler for each kind of job. */
export const createHandlers = (deps: Deps): Handlers => {
  const follow = createFollow(deps)
  return {
    track: createTrackJob({ ...deps, follow }),
    plan: createPlanJob({ ...deps, follow }),
    sweep: createSweepJob(deps),
    retain: deps.retain,
    forecast: createForecastJob({ ...deps, look: createLookAside(deps.stopping) }),
    score: createScoreJob(deps),
    retrain: createRetrainJob(deps),
    train: createTrainJob(deps),
    'train-part': createTrainPartJob(deps),
    'train-finish': createTrainFinishJob(deps),
    risk: createRiskJob(deps),
    news: createNewsJob(deps),
    mail: deps.mail ?? (async () => {}),
    rates: deps.rates ?? (async () => {}),
    hazards: deps.hazards ?? (async () => {}),
    partners: createPartnersJob(deps),
  }
}
