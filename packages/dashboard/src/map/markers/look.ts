import type { Mode } from '@lading/shared/domain/mode'
import type { ShipmentState } from '@lading/shared/domain/shipment-state'

export type Look = {
  mode: Mode | null
  state: ShipmentState
  /** Degrees, in steps of ten; `undefined` for what stands or does not know where it points. */
  heading: number | undefined
  stale: boolean
  severity: 'info' | 'warning' | 'critical' | null
  selected: boolean
}

const known = new Map<string, Look>()

/** One object for all that look alike: some hundreds for any number of shipments, and a picture is found by it. */
export const sameLook = (look: Look): Look => {
  const key = `${look.mode} ${look.state} ${look.heading} ${look.stale} ${look.severity} ${look.selected}`
  const one = known.get(key)
  if (!one) known.set(key, look)
  return one ?? look
}
