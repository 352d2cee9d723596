import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { findProgram } from '@lading/services/find-program'

export type Wanted = { program: string; debianPackage: string }

const startPolicy = '/usr/sbin/policy-rc.d'

export const missing = (wanted: Wanted[]) => wanted.filter(({ program }) => !findProgram(program))

/** Debian or Ubuntu, and allowed to install. */
export const canInstall = () => existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined && process.getuid?.() === 0

const run = (program: string, args: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ${args[0]} failed: ${output.trim().split('\n').slice(-3).join(' ') || `code ${code}`}`)),
    )
  })

/**
 * Installs packages without starting the services they bring: a system-wide Mosquitto would take the port, and nobody
 * asked for one. Debian asks policy-rc.d before it starts a service; 101 forbids it.
 */
export const installPackages = async (packages: string[]) => {
  const ours = !existsSync(startPolicy)
  if (ours) await writeFile(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await run('apt-get', ['update'])
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages])
    // Nor at the next boot.
    const systemctl = findProgram('systemctl')
    const units = packages.map((name) => services[name]).filter((unit) => unit !== undefined)
    if (systemctl && units.length > 0) await run(systemctl, ['disable', '--quiet', ...units]).catch(() => {}) // Not booted by systemd.
  } finally {
    if (ours) await rm(startPolicy, { force: true })
  }
}

const services: Record<string, string> = { mosquitto: 'mosquitto', 'redis-server': 'redis-server', influxdb: 'influxdb' }
