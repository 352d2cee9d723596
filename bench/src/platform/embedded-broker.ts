import { startEmbeddedBroker } from '@lading/launcher/start/embedded-broker'
import { freePort } from '@lading/services/free-port'
import { readConfig } from '@lading/shared/config/read-config'

/** The broker of `npm start`. Arguments: PostgreSQL's url, the platform's password. Says where it listens. */
const [postgresUrl = '', platformPassword = ''] = process.argv.slice(2)
const { INGEST_CLIENT_ID: keeper } = readConfig(['INGEST_CLIENT_ID'], process.env)
const broker = await startEmbeddedBroker({ port: await freePort(), postgresUrl, platformPassword, keeper })
process.once('SIGTERM', () => broker.stop().finally(() => process.exit(0)))
process.stdout.write(`${broker.url}\n`)
