import { once } from 'node:events'
import { explainFailure } from '@lading/services/explain-failure'
import { parseFlags } from './flags.ts'
import { help } from './help.ts'
import { Interrupted, listenForTheEnd } from './signals.ts'
import { start } from './start.ts'
import { createStopList } from './stop-list.ts'

const run = async (flags: Parameters<typeof start>[0]['flags']) => {
  const stopList = createStopList()
  const signal = listenForTheEnd(() => {
    console.error('Killing what is left.')
    stopList.killAll().finally(() => process.exit(130))
  })
  let exitCode = 0
  try {
    await start({ flags, env: process.env, terminal: process.stdout, stopList, signal })
    if (!signal.aborted) await once(signal, 'abort')
  } catch (error) {
    if (!(error instanceof Interrupted) && !signal.aborted) {
      const { message, code } = error as NodeJS.ErrnoException
      // The system's own errors say what happened, not what to do.
      console.error(`lading: ${(code && explainFailure(message)) ?? message}`)
      exitCode = 1
    }
  }
  if (exitCode === 0) console.log('Stopping …')
  await stopList.stopAll()
  process.exit(exitCode)
}

const parsed = parseFlags(process.argv.slice(2))
if ('flags' in parsed) await run(parsed.flags)
else if ('help' in parsed) console.log(help)
else {
  console.error(`lading: ${parsed.problem}. See npm start -- --help`)
  process.exitCode = 2
}
