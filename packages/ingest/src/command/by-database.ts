import { countWaitingForReplay, requestReplay } from '@lading/store/postgres/dead-letter/request-replay'
import { openDatabase } from '@lading/store/postgres/open'
import type { Replayer } from './replayer.ts'

export const replayByDatabase = (postgresUrl: string): Replayer => {
  const { db, close } = openDatabase(postgresUrl, { connections: 1 })
  return { request: (which) => requestReplay(db, which, new Date()), waiting: () => countWaitingForReplay(db), close }
}
