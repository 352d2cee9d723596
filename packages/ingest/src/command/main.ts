import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { replayByApi } from './by-api.ts'
import { replayByDatabase } from './by-database.ts'
import { help } from './help.ts'

/** How long it is watched whether ingest takes the letters; it looks every second. */
const watchedS = 60

const projectDirectory = fileURLToPath(new URL('../../../..', import.meta.url))
// npm changes to the project's directory; a file on the command line is meant from where it was called.
const startedIn = process.env.INIT_CWD ?? process.cwd()

const replay = async (args: string[]) => {
  const { values } = parseArgs({
    args,
    options: { reason: { type: 'string' }, device: { type: 'string' }, addresses: { type: 'string' } },
  })
  const { reason, device: deviceId } = values
  if (reason === undefined && deviceId === undefined) throw new Error('say which dead letters: --reason R, --device D, or both')
  const file = values.addresses === undefined ? resolve(projectDirectory, '.lading/addresses.json') : resolve(startedIn, values.addresses)
  const { POSTGRES_URL } = process.env
  const replayer = POSTGRES_URL ? replayByDatabase(POSTGRES_URL) : await replayByApi(file)
  try {
    const requested = await replayer.request({ ...(reason !== undefined && { reason }), ...(deviceId !== undefined && { deviceId }) })
    console.log(`${requested} dead letters go through ingest again`)
    let waiting = await replayer.waiting()
    for (let second = 0; waiting > 0 && second < watchedS; second += 1) {
      await sleep(1_000)
      waiting = await replayer.waiting()
    }
    console.log(waiting === 0 ? 'Done' : `${waiting} still wait: ingest takes them when it runs`)
  } finally {
    await replayer.close()
  }
}

const [command, ...args] = process.argv.slice(2)
try {
  if (command === undefined || command === '--help' || command === '-h') console.log(help)
  else if (command === 'replay-dead-letters') await replay(args)
  else throw new Error(`there is nothing called "${command}"; npm run ingest shows what there is`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
