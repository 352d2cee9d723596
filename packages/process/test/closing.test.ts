import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('./support/closing-process.ts', import.meta.url))

const endedBySigterm = (...args: string[]) =>
  new Promise<{ code: number | null; lines: string[] }>((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output === 'open\n') child.kill('SIGTERM')
    })
    child.once('close', (code) => resolve({ code, lines: output.trim().split('\n').slice(1) }))
  })

test('What was opened last is closed first, and the process ends with success.', async () => {
  expect(await endedBySigterm()).toEqual({ code: 0, lines: ['closed third', 'closed second', 'closed first'] })
})

test('One that hangs is given up in time for the others to close.', async () => {
  expect(await endedBySigterm('hanging')).toEqual({ code: 0, lines: ['closed third', 'closed first'] })
})
