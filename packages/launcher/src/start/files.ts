import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { projectDirectory } from '../project.ts'

/** Where things are in the data directory. */
export const filesIn = (directory: string) => {
  const at = (name: string) => join(directory, name)
  return {
    directory,
    addresses: at('addresses.json'),
    clock: at('clock.json'),
    login: at('login.json'),
    partnerLogins: at('partner-logins.json'),
    dataKey: at('data-key.json'),
    brokerLogin: at('broker-login.json'),
    brokerAdmin: at('broker-admin.json'),
    trackingLinks: at('tracking-links.json'),
    durations: at('durations.json'),
    lock: at('lading.lock'),
    logs: at('logs'),
    mails: at('mails'),
  }
}
export type Files = ReturnType<typeof filesIn>

export const dataDirectory = (flag: string | undefined) =>
  flag === undefined ? join(projectDirectory, '.lading') : resolve(process.env.INIT_CWD ?? process.cwd(), flag)

// By name, because the directory may hold more than data: the default one also has the runtime.
const data = [
  ...['postgres', 'mosquitto', 'influx', 'redis', 'logs', 'mails'],
  ...[
    'addresses.json',
    'clock.json',
    'login.json',
    'partner-logins.json',
    'data-key.json',
    'broker-login.json',
    'broker-admin.json',
    'tracking-links.json',
    'simulators.json',
    'truth.jsonl',
  ],
]

/** A login and the key of its data stay while the database they belong to does: one that the environment names is not forgotten here. */
export const forgetData = async (directory: string, { keepLogin }: { keepLogin: boolean }) => {
  for (const name of data) {
    if (keepLogin && ['login.json', 'partner-logins.json', 'data-key.json'].includes(name)) continue
    await rm(join(directory, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

export const prepareDirectories = async ({ directory, logs }: Files) => {
  await mkdir(directory, { recursive: true })
  await mkdir(logs, { recursive: true, mode: 0o700 })
}
