import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { prepareQueue } from '@lading/store/queue/prepare'
import { prepareTelemetry } from '@lading/store/telemetry/prepare'

/** Brings what Lading keeps its data in to the shape this version wants. May run twice, and from two places at once. */
export const migrate = async (env: NodeJS.ProcessEnv) => {
  const config = readConfig(processVariables.migrate, env)
  await migrateDatabase(config.POSTGRES_URL)
  await prepareTelemetry(config)
  await prepareQueue(config.QUEUE_URL ?? config.POSTGRES_URL)
}
