import { systemClock } from '@lading/shared/clock'
import { openDatabase } from '@lading/store/postgres/open'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import { askingBroker } from './broker/accounts.ts'
import { build } from './build.ts'
import { settingsWithoutNetwork } from './settings-without-network.ts'

/** The OpenAPI document, made without a service: the database is only connected to by a first query, which never comes. */
export const describeApi = async (): Promise<unknown> => {
  const database = openDatabase('postgres://unused.invalid/lading')
  const app = await build({
    database,
    telemetry: createPostgresTelemetry(database.sql),
    queue: { request: async () => {}, counts: async () => ({ waiting: 0, active: 0, delayed: 0, failed: 0 }) },
    bus: { connected: () => false, publish: () => {}, deliver: async () => {}, listen: () => {}, close: async () => {} },
    brokerAccounts: askingBroker,
    clock: systemClock,
    settings: settingsWithoutNetwork,
  })
  try {
    return (await app.inject('/openapi.json')).json()
  } finally {
    await app.close()
    await database.close()
  }
}
