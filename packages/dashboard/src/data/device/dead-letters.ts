import type { DeadLetter, ReplayAnswer } from '@lading/shared/contract/dead-letter'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

type DeadLetterPage = { items: DeadLetter[]; nextCursor: string | null }

/** The newest messages of a device that were kept and not stored. */
export const listDeadLetters = (deviceId: string) => authorised<DeadLetterPage>(`/v1/dead-letters${queryString({ deviceId, limit: 5 })}`)

export const replayDeadLetters = (deviceId: string) =>
  authorised<ReplayAnswer>('/v1/dead-letters/replay', { method: 'POST', body: { deviceId } })
