import { buildDashboard } from '../dashboard-build.ts'
import { keep, readKept } from '../keep-file.ts'
import { type Addresses, summary } from './addresses.ts'
import { startBroker } from './broker.ts'
import { checkPort } from './check-port.ts'
import { signIn } from './client.ts'
import { keptDataKey } from './data-key.ts'
import { type Durations, inWords } from './estimate.ts'
import { dataDirectory, filesIn, forgetData, prepareDirectories } from './files.ts'
import { waitForPositions } from './first-positions.ts'
import type { Flags } from './flags.ts'
import { keepClock } from './keep-clock.ts'
import { endLeftOver } from './left-over.ts'
import { lockDirectory } from './lock.ts'
import { mailSettings } from './mail-settings.ts'
import { partnerLogins } from './partner-logins.ts'
import { paymentSettings } from './payment-settings.ts'
import { prepareDatabases } from './prepare-databases.ts'
import { startProcesses } from './processes.ts'
import { createProgress, type Terminal } from './progress.ts'
import { ensureRealPrograms } from './real-programs.ts'
import { clockEnvironment } from './resume-clock.ts'
import { runProcess } from './run-process.ts'
import { startServices } from './services.ts'
import type { StopList } from './stop-list.ts'
import { supervise } from './supervise.ts'
import { trackingLinks } from './tracking-links.ts'
import { localUrl, publicUrl } from './urls.ts'

type Deps = { flags: Flags; env: NodeJS.ProcessEnv; terminal: Terminal; stopList: StopList; signal: AbortSignal }

const steps = {
  prepare: 'Looking around',
  dashboard: 'Building the dashboard',
  services: 'Starting databases and queue',
  migrate: 'Preparing the databases',
  broker: 'Starting the broker',
  processes: 'Starting api, ingest and workers',
  simulators: 'Waiting for the first positions',
  links: 'Making tracking links',
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

/** For the first start, milliseconds on two cores; afterwards it is known. */
const typical: Durations = {
  [steps.prepare]: 50,
  [steps.dashboard]: 3000,
  [steps.services]: 2500,
  [steps.migrate]: 700,
  [steps.broker]: 300,
  [steps.processes]: 5000,
  [steps.simulators]: 5000,
  [steps.links]: 500,
}

/** Brings everything up, in order, and says where it is. What it starts is on the stop list, whatever happens. */
export const start = async ({ flags, env: outerEnv, terminal, stopList, signal }: Deps) => {
  const beganAt = performance.now()
  const { host, port } = flags
  const files = filesIn(dataDirectory(flags.data))
  const names = Object.values(steps).filter((name) => flags.simulators || (name !== steps.simulators && name !== steps.links))
  const lastTime = { ...typical, ...(await readKept<Durations>(files.durations)) }
  const { step: timed, say, durations } = createProgress({ terminal, steps: names, lastTime })
  const step = <Result>(name: string, work: () => Promise<Result>) => {
    signal.throwIfAborted()
    return timed(name, () => Promise.race([work(), aborted(signal)]))
  }

  // 10 s in all, from Ctrl-C to nothing left.
  const ownFiles = stopList.group(500)
  const ownServices = stopList.group(3500)
  const ownProcesses = stopList.group(3500)
  const ownSimulators = stopList.group(1500)

  const clock = await step(steps.prepare, async () => {
    await prepareDirectories(files)
    await ownFiles(lockDirectory(files.lock).then(({ release }) => ({ stop: release })))
    await endLeftOver(files.directory)
    await checkPort(port, host)
    if (flags.reset) {
      await forgetData(files.directory, { keepLogin: Boolean(outerEnv.POSTGRES_URL) })
      await prepareDirectories(files)
    }
    if (flags.real) await ensureRealPrograms(outerEnv, say)
    return ownFiles(keepClock({ file: files.clock, speed: flags.speed }))
  })
  await step(steps.dashboard, () => buildDashboard(signal))
  const serverDeps = { data: files.directory, real: flags.real, env: outerEnv, say, signal, own: ownServices }
  const services = await step(steps.services, () => startServices(serverDeps))

  const local = localUrl(host, port)
  const dashboard = outerEnv.PUBLIC_URL || publicUrl(host, port)
  const databaseEnv = { ...outerEnv, ...services.variables, ...clockEnvironment(clock.settings), PUBLIC_URL: dashboard }
  const login = await step(steps.migrate, () => prepareDatabases({ env: databaseEnv, loginFile: files.login, signal }))
  const logins = { platform: files.brokerLogin, admin: files.brokerAdmin }
  const broker = await step(steps.broker, () => startBroker({ ...serverDeps, postgresUrl: services.variables.POSTGRES_URL, logins }))
  const mail = mailSettings({ env: outerEnv, real: flags.real, directory: files.mails })
  const env: NodeJS.ProcessEnv & { DATA_KEY: string } = {
    ...databaseEnv,
    ...broker.variables,
    ...mail.variables,
    DATA_KEY: outerEnv.DATA_KEY || (await keptDataKey(files.dataKey)),
    ...paymentSettings({ env: outerEnv, demonstrates: flags.simulators && !flags.real }),
  }
  await step(steps.processes, () => startProcesses({ env, logs: files.logs, host, port, localUrl: local, say, signal, own: ownProcesses }))

  const addresses: Addresses = {
    dashboard,
    api: local,
    mqtt: broker.variables.MQTT_URL,
    ...(broker.mqtts && { mqtts: broker.mqtts }),
    login: login ?? null,
    ...(flags.simulators && login && { partners: await partnerLogins(files.partnerLogins) }),
    tracking: [],
    ...(mail.directory && { mails: mail.directory }),
    services: { broker: broker.kind, ...services.kinds },
  }
  await keep(files.addresses, addresses)

  if (flags.simulators) {
    if (!login) throw new Error('this database has admins of its own, so simulated shipments cannot sign in: use --no-simulators')
    const client = await step(steps.simulators, async () => {
      // Simulated devices are nothing but devices: the platform's own login is not for them.
      const {
        MQTT_USERNAME: _username,
        MQTT_PASSWORD: _password,
        MOSQUITTO_ADMIN_PASSWORD: _admin,
        DATA_KEY: _key,
        SMTP_URL: _smtp,
        VAPID_PRIVATE_KEY: _vapid,
        PAYMENT_WEBHOOK_SECRET: _webhook,
        STRIPE_SECRET_KEY: _stripe,
        ...asDevices
      } = env
      const args = ['demo', '--devices', String(flags.devices), '--addresses', files.addresses]
      await ownSimulators(
        supervise({
          name: 'simulators',
          say,
          signal,
          start: (stopping) =>
            runProcess({
              name: 'simulators',
              entry: 'simulators/src/main.ts',
              args,
              env: asDevices,
              logs: files.logs,
              say,
              signal: stopping,
            }),
        }),
      )
      const signedIn = await signIn(local, login)
      // Of a few, one or another has not left yet, and tells nothing for hours.
      await waitForPositions(signedIn, Math.min(3, Math.ceil(flags.devices / 2)), signal)
      return signedIn
    })
    addresses.tracking = await step(steps.links, () => trackingLinks({ client, file: files.trackingLinks, publicUrl: dashboard }))
    await client.signOut()
    await keep(files.addresses, addresses)
  }

  signal.throwIfAborted()
  await keep(files.durations, { ...lastTime, ...durations() })
  say(summary(addresses, { took: inWords(performance.now() - beganAt), data: files.directory }))
}
