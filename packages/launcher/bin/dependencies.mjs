import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npx } from './npm.mjs'

const pnpm = 'pnpm@12.21.0'

/** Installs what pnpm-lock.yaml says, unless node_modules already has exactly that. */
export const installDependencies = async (projectDirectory, env) => {
  const lockFile = readFileSync(join(projectDirectory, 'pnpm-lock.yaml'))
  const stamp = `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform}-${process.arch}\n`
  const stampFile = join(projectDirectory, 'node_modules', '.lading-installed')
  if (readOrEmpty(stampFile) === stamp) return

  console.error('Installing dependencies from the lock file (about a minute the first time) …')
  await npx(['--yes', pnpm, 'install', '--frozen-lockfile'], {
    doing: 'Dependencies could not be installed',
    cwd: projectDirectory,
    // With CI set pnpm never asks questions that nobody can answer.
    env: { ...env, CI: 'true' },
  })
  writeFileSync(stampFile, stamp)
}

const readOrEmpty = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
