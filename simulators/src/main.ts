import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from '@lading/shared/config/read-config'
import type { Command } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { load } from './commands/load.ts'
import { replay } from './commands/replay.ts'
import { scenario } from './commands/scenario.ts'
import { score } from './commands/score.ts'
import { help } from './help.ts'
import { isScenario } from './lanes/scenarios.ts'
import { readAddresses } from './platform/addresses.ts'
import { UsageError } from './usage-error.ts'

const commands: Record<string, Command> = { demo, replay, load, score }
const projectDirectory = fileURLToPath(new URL('../..', import.meta.url))
// npm changes to the project's directory; file names on the command line are meant from where it was called.
const startedIn = process.env.INIT_CWD ?? process.cwd()

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : isScenario(name) ? scenario(name) : commands[name]

const stopping = new AbortController()
const stop = () => stopping.abort()
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
// The launcher that started this process was killed.
process.once('disconnect', stop)
process.channel?.unref()

const say = (line: string) => process.stdout.write(`${line}\n`)
// A reader that has seen enough, such as head, closes the pipe.
process.stdout.on('error', stop)

const run = async () => {
  if (name === undefined || args.includes('--help') || args.includes('-h') || ['help', '--help', '-h'].includes(name)) return say(help)
  if (!command) throw new UsageError(`there is nothing called "${name}"; npm run simulate -- --help shows what there is`)
  const config = readConfig(['CLOCK_SPEED', 'CLOCK_ORIGIN', 'CLOCK_START'], process.env)
  const addresses = (file: string | undefined) => readAddresses({ file, projectDirectory, startedIn })
  await command({ args, config, addresses, startedIn, say, signal: stopping.signal })
}

try {
  await run()
} catch (error) {
  if (!stopping.signal.aborted) {
    const { message, stack, code } = error as NodeJS.ErrnoException
    const said = error instanceof UsageError || error instanceof ConfigError ? message : undefined
    // Node adds advice about positional arguments that does not apply here.
    const misused = code?.startsWith('ERR_PARSE_ARGS') ? message.split('. ')[0] : undefined
    process.stderr.write(`${said || misused ? `Error: ${said ?? misused}` : stack}\n`)
    process.exitCode = 1
  }
}
