import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const main = fileURLToPath(new URL('../../src/command/main.ts', import.meta.url))

/** `npm run ingest -- …` without npm. */
export const runCommand = (args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, ...env } })
