import type { ReplayRequest } from '@lading/shared/contract/dead-letter'

/** Where dead letters are asked to be replayed, and how many of all that were asked for still wait. */
export type Replayer = {
  request: (which: ReplayRequest) => Promise<number>
  waiting: () => Promise<number>
  close: () => Promise<void>
}
