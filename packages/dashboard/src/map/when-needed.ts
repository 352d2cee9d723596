import { effect, type ReadonlySignal } from '@preact/signals'
import type L from 'leaflet'
import { notePart } from '../offline/parts.ts'

type AddLayer = (map: L.Map) => () => void

/** A layer whose code is fetched once it is needed; without a network the next need asks again. */
export const whenNeeded = (needed: ReadonlySignal<boolean>, load: () => Promise<AddLayer>) => {
  notePart(load)
  return (map: L.Map) => followNeed(map, needed, load)
}

const followNeed = (map: L.Map, needed: ReadonlySignal<boolean>, load: () => Promise<AddLayer>) => {
  let remove: (() => void) | undefined
  let isAsked = false
  let isGone = false
  const add = async () => {
    isAsked = true
    try {
      const addLayer = await load()
      if (!isGone) remove = addLayer(map)
    } catch {
      isAsked = false
    }
  }
  const stop = effect(() => {
    if (needed.value && !isAsked) void add()
  })
  return () => {
    isGone = true
    stop()
    remove?.()
  }
}

/** A layer that is there while it is asked for; its code is fetched the first time. */
export const whenShown = (shown: ReadonlySignal<boolean>, load: () => Promise<AddLayer>) => (map: L.Map) => {
  let remove: (() => void) | undefined
  let addLayer: AddLayer | undefined
  let isGone = false
  const show = async () => {
    // Without a network it is not there, until it is asked for again.
    addLayer ??= await load().catch(() => undefined)
    if (addLayer && shown.peek() && !isGone) remove ??= addLayer(map)
  }
  const stop = effect(() => {
    if (shown.value) void show()
    else {
      remove?.()
      remove = undefined
    }
  })
  return () => {
    isGone = true
    stop()
    remove?.()
  }
}
