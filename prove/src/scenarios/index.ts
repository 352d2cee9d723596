import type { Scenario } from '../scenario.ts'
import { diskFull } from './disk-full.ts'
import { embeddedScenarios } from './embedded.ts'
import { flood } from './flood.ts'
import { hostile } from './hostile.ts'
import { hostileFormats } from './hostile-formats.ts'
import { https } from './https.ts'
import { influxDatabaseGone } from './influx-database-gone.ts'
import { influxFaults } from './influx-faults.ts'
import { influxKilled } from './influx-killed.ts'
import { influxStopped } from './influx-stopped.ts'
import { influxTypeConflict } from './influx-type-conflict.ts'
import { ingestKilled } from './ingest-killed.ts'
import { ingestTerminated } from './ingest-terminated.ts'
import { mosquittoKilled } from './mosquitto-killed.ts'
import { mosquittoKilledBusy } from './mosquitto-killed-busy.ts'
import { networkCuts } from './network-cuts.ts'
import { postgresRestarted } from './postgres-restarted.ts'
import { redisEmptied } from './redis-emptied.ts'
import { twoIngests, twoIngestsOneGone } from './two-ingests.ts'
import { workersCut } from './workers-cut.ts'
import { wrongClock } from './wrong-clock.ts'

/** Everything that is proved, in the order it is run. */
export const scenarios: Scenario[] = [
  ingestKilled,
  ingestTerminated,
  twoIngests,
  twoIngestsOneGone,
  mosquittoKilled,
  mosquittoKilledBusy,
  influxStopped,
  influxKilled,
  influxDatabaseGone,
  ...influxFaults,
  diskFull,
  influxTypeConflict,
  postgresRestarted,
  redisEmptied,
  ...networkCuts,
  ...workersCut,
  ...https,
  wrongClock,
  flood,
  hostile,
  hostileFormats,
  ...embeddedScenarios,
]
