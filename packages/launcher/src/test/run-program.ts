import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectDirectory } from '../project.ts'

const resolve = createRequire(join(projectDirectory, 'package.json')).resolve

/** A program of a package of the root package.json, found without a PATH. */
export const programOf = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file)

/** Runs it under this Node, in sight; resolves with its exit code. Signals end both. */
export const runProgram = (file: string, args: string[]) =>
  new Promise<number>((done, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: projectDirectory, stdio: 'inherit' })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGTERM', pass).on('SIGINT', pass).on('SIGHUP', pass)
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass).off('SIGHUP', pass)
      done(code ?? 1)
    })
  })
