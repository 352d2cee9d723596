#!/usr/bin/env node
// The way in for `npm start`, `npm test` and the other commands. Plain JavaScript for Node 20 and its own modules only:
// it runs before anything is installed, and it sees to it that the rest runs under a Node that reads TypeScript.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './dependencies.mjs'
import { suitableNode } from './node-runtime.mjs'
import { runEntry } from './run-entry.mjs'

const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url))

const entries = {
  start: 'packages/launcher/src/start/main.ts',
  test: 'packages/launcher/src/test/main.ts',
  simulate: 'simulators/src/main.ts',
  bench: 'bench/src/main.ts',
  prove: 'prove/src/main.ts',
  eval: 'eval/src/main.ts',
  accessibility: 'e2e/src/accessibility/main.ts',
  screenshots: 'e2e/src/screenshots/main.ts',
  ingest: 'packages/ingest/src/command/main.ts',
}

const [command, ...args] = process.argv.slice(2)
const entry = entries[command]
if (!entry) {
  console.error(`lading: say one of ${Object.keys(entries).join(', ')}`)
  process.exit(2)
}

try {
  const node = await suitableNode(projectDirectory)
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  // Whatever a child calls "node" is then this one.
  const env = {
    ...process.env,
    [pathName]: [dirname(node), process.env[pathName]].join(process.platform === 'win32' ? ';' : ':'),
    // Modules already stripped of types and compiled: the next start is faster, and every process smaller by 50 MB.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(projectDirectory, '.lading', 'compile-cache'),
  }
  await installDependencies(projectDirectory, env)
  process.exitCode = await runEntry(node, join(projectDirectory, entry), args, env)
} catch (error) {
  console.error(`lading: ${error.message}`)
  process.exitCode = 1
}
