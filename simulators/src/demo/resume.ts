import type { Api } from '../platform/api.ts'
import { type DemoState, readState } from './state-file.ts'

type Deps = { api: Api; stateFile: string; seed: string | undefined }

/** Where the last run stopped, or the beginning where there was none or where the platform has forgotten it. */
export const resume = async ({ api, stateFile, seed }: Deps): Promise<DemoState> => {
  const kept = await readState(stateFile)
  if (kept && (await isStillThere(api, kept.underWay[0]?.shipmentId))) return kept
  return { seed: seed ?? (await unusedSeed(api)), nextNumber: 0, underWay: [] }
}

const isStillThere = async (api: Api, shipmentId: string | undefined) =>
  shipmentId !== undefined && (await api.shipment(shipmentId)) !== undefined

// Always the same shipments on a new platform; others where tracking numbers may be taken.
const unusedSeed = async (api: Api) => ((await api.shipments()).items.length === 0 ? 'lading' : `lading-${Date.now().toString(36)}`)
