import type { Scenario } from '../scenario.ts'
import { embeddedLauncherKilled } from './embedded-launcher-killed.ts'
import { flood } from './flood.ts'
import { ingestKilled } from './ingest-killed.ts'
import { cutDevicesBroker } from './network-cuts.ts'
import { postgresRestarted } from './postgres-restarted.ts'

const prefix = 'embedded-'

/** The same fault where the broker is the embedded one and readings are kept in PostgreSQL. */
const embedded = (scenario: Scenario): Scenario[] =>
  scenario.runs === 'everywhere'
    ? [{ ...scenario, name: `${prefix}${scenario.name}`, about: `embedded: ${scenario.about}`, runs: 'embedded' }]
    : []

/** What is proved of the embedded run each time, besides the real servers. */
export const embeddedScenarios: Scenario[] = [
  embeddedLauncherKilled,
  ...[ingestKilled, cutDevicesBroker, flood, postgresRestarted].flatMap(embedded),
]

/** What is proved of the embedded run with --embedded: everything that applies, once. */
export const everythingEmbedded = (all: Scenario[]) =>
  all.filter(({ name, runs }) => runs === 'everywhere' || (runs === 'embedded' && !all.some((other) => name === `${prefix}${other.name}`)))
