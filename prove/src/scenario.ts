import type { RealWorld, World } from './harness/world.ts'

/** One fault. `run` starts ingest and devices, breaks something, mends it, and returns when everything was acknowledged. */
export type Scenario = { name: string; about: string } & (
  | { runs: 'everywhere'; run: (world: World) => Promise<void> }
  /** Is about the embedded broker, or about PostgreSQL as the store of readings. */
  | { runs: 'embedded'; run: (world: World) => Promise<void> }
  /** Needs Mosquitto, InfluxDB or Redis. */
  | { runs: 'real'; run: (world: RealWorld) => Promise<void> }
)
