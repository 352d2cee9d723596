import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { findProgram } from './find-program.ts'

export type RunAs = { user?: { uid: number; gid: number }; prefix: string[] }

type Ids = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Root therefore starts it as the owner of the data, at first the user `postgres`, or
 * `nobody` where there is none. A user who cannot enter the directories (a project in /root) gets the one capability
 * that lets him, nothing else.
 */
export const postgresUser = async ({ dataDirectory, program }: { dataDirectory: string; program: string }): Promise<RunAs> => {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const user = (await ownerOf(dataDirectory)) ?? (await knownUser('postgres')) ?? (await knownUser('nobody'))
  if (!user) throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody": start Lading as another user')
  const closed = (await closedTo(user, dirname(dataDirectory))) ?? (await closedTo(user, dirname(program)))
  if (!closed) return { user, prefix: [] }
  const prefix = await withCapability(user)
  if (prefix) return { prefix }
  throw new Error(
    `PostgreSQL refuses to run as root, and another user may not enter ${closed}: ` +
      'move the project and its data to where others may enter, such as /opt, or start Lading as another user',
  )
}

const ownerOf = async (directory: string): Promise<Ids | undefined> => {
  try {
    const { uid, gid } = await stat(directory)
    return uid === 0 ? undefined : { uid, gid }
  } catch {
    return undefined
  }
}

const knownUser = async (name: string): Promise<Ids | undefined> => {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((candidate) => candidate.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** The first directory on the way that the user may not enter. */
const closedTo = async ({ uid, gid }: Ids, path: string): Promise<string | undefined> => {
  for (let directory = resolve(path); ; directory = dirname(directory)) {
    const entry = await stat(directory)
    const mayEnter = entry.uid === uid ? entry.mode & 0o100 : entry.gid === gid ? entry.mode & 0o010 : entry.mode & 0o001
    if (!mayEnter) return directory
    if (directory === dirname(directory)) return undefined
  }
}

// Bits of CapEff in /proc/self/status, the smaller power first. Containers often have only the second.
const capabilities = [
  ['dac_read_search', 2n],
  ['dac_override', 1n],
] as const
const setSecureBits = 8n

const withCapability = async ({ uid, gid }: Ids): Promise<string[] | undefined> => {
  const setpriv = findProgram('setpriv')
  if (!setpriv) return undefined
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`)
  const has = (bit: bigint) => ((effective >> bit) & 1n) === 1n
  const capability = capabilities.find(([, bit]) => has(bit))?.[0]
  if (!capability || !has(setSecureBits)) return undefined
  const only = `-all,+${capability}`
  // Without the secure bit the kernel answers access(), with which PostgreSQL checks its own files, as if there were no capability.
  return [
    setpriv,
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    '--',
  ]
}
