import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readKept } from '../keep-file.ts'
import { projectDirectory } from '../project.ts'
import type { Login } from './login.ts'

type Deps = { env: NodeJS.ProcessEnv; loginFile: string; signal: AbortSignal }

/**
 * Schema and first login, made by a process of its own: what speaks to the databases takes 250 MB that this one, which
 * stays, can do without. Answers the login; undefined where the database has admins that were not made here.
 */
export const prepareDatabases = async ({ env, loginFile, signal }: Deps): Promise<Login | undefined> => {
  const entry = join(projectDirectory, 'packages/launcher/src/prepare/main.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [entry, loginFile], { env, signal }).catch(
    (cause: Error & { stderr?: string }) => {
      throw new Error(`the databases could not be prepared: ${cause.stderr?.trim() || cause.message}`, { cause })
    },
  )
  const { good } = JSON.parse(stdout) as { good: boolean }
  return good ? readKept<Login>(loginFile) : undefined
}
