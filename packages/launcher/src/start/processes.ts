import { freePort } from '@lading/services/free-port'
import { readyAt } from './ready.ts'
import { runProcess } from './run-process.ts'
import { supervise } from './supervise.ts'

type Deps = {
  env: NodeJS.ProcessEnv
  logs: string
  host: string
  port: number
  localUrl: string
  say: (line: string) => void
  signal: AbortSignal
  own: <Thing extends { stop: () => Promise<void> }>(starting: Promise<Thing>) => Promise<Thing>
}

/** Lading's own processes, each started again when it crashes. Resolves when all of them can work. */
export const startProcesses = async ({
  env: {
    MOSQUITTO_ADMIN_PASSWORD: adminPassword,
    DATA_KEY: dataKey,
    SMTP_URL: smtpUrl,
    VAPID_PRIVATE_KEY: vapidKey,
    PAYMENT_WEBHOOK_SECRET: webhookSecret,
    STRIPE_SECRET_KEY: stripeKey,
    ...env
  },
  logs,
  host,
  port,
  localUrl,
  say,
  signal,
  own,
}: Deps) => {
  const run = (name: string, entry: string, variables: Record<string, string>, readyUrl: string) =>
    own(
      supervise({
        name,
        say,
        signal,
        start: (stopping) =>
          runProcess({
            name,
            entry,
            env: { ...env, ...variables },
            logs,
            say,
            signal: stopping,
            ready: readyAt(`${readyUrl}/health/ready`),
          }),
      }),
    )
  const withHealthPort = async (name: string, entry: string, variables: Record<string, string> = {}) => {
    const healthPort = await freePort()
    return run(name, entry, { ...variables, HEALTH_PORT: String(healthPort) }, `http://127.0.0.1:${healthPort}`)
  }
  // Who may connect to the broker is for the api alone to say, and ingest has nothing to do with people.
  const starting = [
    run(
      'api',
      'packages/api/src/main.ts',
      {
        ...{ API_HOST: host, API_PORT: String(port) },
        ...(dataKey && { DATA_KEY: dataKey }),
        ...(adminPassword && { MOSQUITTO_ADMIN_PASSWORD: adminPassword }),
        ...(webhookSecret && { PAYMENT_WEBHOOK_SECRET: webhookSecret }),
        ...(stripeKey && { STRIPE_SECRET_KEY: stripeKey }),
      },
      localUrl,
    ),
    withHealthPort('ingest', 'packages/ingest/src/main.ts'),
    withHealthPort('workers', 'packages/workers/src/main.ts', {
      ...(dataKey && { DATA_KEY: dataKey }),
      ...(smtpUrl && { SMTP_URL: smtpUrl }),
      ...(vapidKey && { VAPID_PRIVATE_KEY: vapidKey }),
    }),
  ]
  await Promise.allSettled(starting)
  await Promise.all(starting)
}
