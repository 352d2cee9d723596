import type { Issue } from '@lading/shared/issue/issue'

/** Why a request brought nothing: `unreachable` when no answer came, otherwise the status and code of the answer. */
export type Failure =
  | { kind: 'unreachable' }
  /** `issues` say what is wrong with which part of what was sent. */
  | { kind: 'answer'; status: number; code: string; issues?: Issue[] }
