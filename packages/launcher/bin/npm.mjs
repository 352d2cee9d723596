import { spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'

const causes = [
  [/ENOSPC|no space left/i, 'the disk is full: free some space and start again'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL|fetch failed|network/i,
    'the npm registry cannot be reached: check the connection, or the proxy and registry settings of npm',
  ],
  [/EACCES|EPERM|EROFS/i, 'the project directory cannot be written: check who owns it'],
  [
    /OUTDATED_LOCKFILE|frozen-lockfile/i,
    'pnpm-lock.yaml does not fit a package.json: run `npx pnpm@12 install` after changing dependencies',
  ],
  [/E40[13]\b|Unauthorized|Forbidden/i, 'the npm registry refuses: check the registry settings of npm'],
]

export const explain = (output) => {
  for (const [pattern, advice] of causes) if (pattern.test(output)) return advice
  return output.trim().split('\n').slice(-5).join('\n')
}

// npm says where it is to what it runs; called otherwise, it is looked for in the PATH.
const commandOf = (program) => {
  const npmCli = process.env.npm_execpath
  if (npmCli && basename(npmCli) === 'npm-cli.js') return [process.execPath, join(dirname(npmCli), `${program}-cli.js`)]
  return [process.platform === 'win32' ? `${program}.cmd` : program]
}

const run = (program, args, { doing, cwd, env = process.env }) =>
  new Promise((resolve, reject) => {
    const [command, ...before] = commandOf(program)
    const child = spawn(command, [...before, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const startedAt = Date.now()
    const ticker = process.stderr.isTTY
      ? setInterval(() => process.stderr.write(`\r  ${Math.round((Date.now() - startedAt) / 1000)} s `), 1000)
      : undefined
    const done = () => {
      clearInterval(ticker)
      if (ticker) process.stderr.write('\r\u001b[K')
    }
    child.once('error', (error) => {
      done()
      reject(new Error(`${doing}: ${program} could not be started (${error.message})`))
    })
    child.once('close', (code) => {
      done()
      code === 0 ? resolve() : reject(new Error(`${doing}: ${explain(output)}`))
    })
  })

/** Runs npm quietly; throws one line that says what to do. */
export const npm = (args, options) => run('npm', args, options)
export const npx = (args, options) => run('npx', args, options)
