import { computed, signal } from '@preact/signals'
import { replayedMost } from '../address/replay.ts'
import { shipments } from '../shipment/shipments.ts'

/** Shipments that were chosen in the list to do something with all of them; nothing while nobody is choosing. */
const chosen = signal<readonly string[] | undefined>(undefined)

export const isChoosing = computed(() => chosen.value !== undefined)
export const chosenShipments = computed(() => (chosen.value ?? []).filter((id) => shipments.value.has(id)))
export const chosenShipmentSet = computed<ReadonlySet<string>>(() => new Set(chosenShipments.value))

export const startChoosing = () => {
  chosen.value ??= []
}

export const stopChoosing = () => {
  chosen.value = undefined
}

/** One more or one less; no more than can be replayed at once. */
export const toggleShipment = (id: string) => {
  const before = chosenShipments.value
  if (before.includes(id)) chosen.value = before.filter((each) => each !== id)
  else if (before.length < replayedMost) chosen.value = [...before, id]
}
