import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectDirectory } from './project.ts'

const dashboard = join(projectDirectory, 'packages/dashboard')
const stampFile = join(dashboard, 'dist', '.built-from')

// What the built files depend on. The lock file stands for the libraries.
const sources = [
  'packages/dashboard/{src,public}/**/*',
  'packages/dashboard/{*.html,*.json,vite.config.ts}',
  'packages/shared/src/**/*.ts',
  'packages/i18n/{src,messages}/**/*',
  'pnpm-lock.yaml',
]

const hashOfSources = async () => {
  const files: string[] = []
  for await (const entry of glob(sources, { cwd: projectDirectory, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file.slice(projectDirectory.length)}\0`).update(await readFile(file))
  return hash.digest('hex')
}

const viteBuild = (signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const vite = join(dirname(createRequire(join(dashboard, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, 'build', dashboard], {
      cwd: projectDirectory,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Started from a test, it would build for tests, and what people get would never be tested.
      env: { ...process.env, NODE_ENV: 'production' },
      signal,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the dashboard could not be built:\n${output.trim().split('\n').slice(-12).join('\n')}`)),
    )
  })

/** Builds the dashboard, unless what is there was built from the same sources. */
export const buildDashboard = async (signal?: AbortSignal) => {
  const hash = await hashOfSources()
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash) return
  await viteBuild(signal)
  await writeFile(stampFile, hash)
}
