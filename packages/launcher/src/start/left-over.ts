import { glob } from 'node:fs/promises'
import { endLeftBehind } from '@lading/services/left-behind'

/** Ends what a launcher that was killed, or ran out of time, has left running on its data directory. */
export const endLeftOver = async (directory: string) => {
  const ended: Promise<void>[] = []
  for await (const note of glob(`{logs,postgres,mosquitto,influx,redis}/*.process.json`, { cwd: directory }))
    ended.push(endLeftBehind(`${directory}/${note}`, note.startsWith('postgres') ? 'SIGINT' : 'SIGTERM', 3000))
  await Promise.all(ended)
}
