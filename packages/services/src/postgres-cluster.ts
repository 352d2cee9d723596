import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explainFailure } from './explain-failure.ts'
import type { RunAs } from './postgres-user.ts'
import { commandLine, endProcess } from './process-of.ts'

/** The password in the file, made on first use. Only its owner reads it. */
export const keptPassword = async (file: string) => {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const password = randomBytes(24).toString('base64url')
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    return password
  }
}

export const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Creates the cluster beside its final place and moves it there when complete, so that one half made is never used. */
export const createCluster = async (options: { initdb: string; dataDirectory: string; password: string; runAs: RunAs }) => {
  const { initdb, dataDirectory, password, runAs } = options
  const unfinished = `${dataDirectory}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  const passwordFile = `${unfinished}.password`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  const ids = runAs.user ?? idsOf(runAs.prefix)
  if (ids) for (const path of [unfinished, passwordFile]) await chown(path, ids.uid, ids.gid)
  try {
    const [program = initdb, ...args] = [
      ...runAs.prefix,
      initdb,
      `--pgdata=${unfinished}`,
      '--username=lading',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own rules, whatever locales the machine has: the same order of texts everywhere.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]
    await run(program, args, runAs.user)
    await rename(unfinished, dataDirectory)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

const idsOf = (prefix: string[]) => {
  const id = (name: string) => Number(prefix.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1])
  return prefix.length > 0 ? { uid: id('reuid'), gid: id('regid') } : undefined
}

const run = (program: string, args: string[], user: RunAs['user']) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, ...user })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => reject(new Error(`initdb could not be started: ${error.message}`, { cause: error })))
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the database could not be created: ${explainFailure(output) ?? output.trim()}`)),
    )
  })

/**
 * What a killed supervisor left: the server of this directory, if it still runs, is stopped. A process id in
 * postmaster.pid that now belongs to another program would keep PostgreSQL from starting, so the file goes. One whose
 * process is gone stays: PostgreSQL checks with it that no back end is left in the shared memory.
 */
export const clearStalePostmaster = async (dataDirectory: string) => {
  const file = join(dataDirectory, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  const command = pid > 0 ? await commandLine(pid) : ''
  if (!command) return
  if (command.includes('postgres') && command.includes(dataDirectory)) await endProcess(pid, 'SIGINT', 8000)
  else await rm(file, { force: true })
}
