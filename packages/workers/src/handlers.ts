import type { Queue } from '@lading/store/queue/open'
import type { Handlers } from '@lading/store/queue/worker'
import { createFollow, type FollowDeps } from './jobs/follow.ts'
import { createPlanJob } from './jobs/plan.ts'
import { createSweepJob } from './jobs/sweep.ts'
import { createTrackJob } from './jobs/track.ts'
import type { SeaLanes } from './models/plan-route/sea-lanes.ts'

type Deps = FollowDeps & { queue: Pick<Queue, 'request'>; lanes: SeaLanes; retain: () => Promise<void> }

/** One handler for each kind of job. */
export const createHandlers = (deps: Deps): Handlers => {
  const follow = createFollow(deps)
  return {
    track: createTrackJob({ ...deps, follow }),
    plan: createPlanJob({ ...deps, follow }),
    sweep: createSweepJob(deps),
    retain: deps.retain,
  }
}
