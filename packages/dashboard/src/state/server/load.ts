import type { Failure } from './failure.ts'

/** Where something that is fetched stands. */
export type Load = { status: 'loading' } | { status: 'ready' } | { status: 'failed'; failure: Failure }
