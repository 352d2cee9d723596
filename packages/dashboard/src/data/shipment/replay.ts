import type { Shipment } from '@lading/shared/contract/shipment'
import type { Track } from '@lading/shared/contract/track'
import { effect, untracked } from '@preact/signals'
import { followWritten, isPlaying, type Journey, replayedIds, replayLoad, replayMs, showJourneys } from '../../state/replay/replay.ts'
import { timedTrack } from '../../state/replay/timed-track.ts'
import type { Failure } from '../../state/server/failure.ts'
import { authorised } from '../server/authorised.ts'

// On a journey of a month one point for every twenty minutes, were it not that where nothing changes there are fewer.
const points = 2000

const readJourney = async (id: string, signal: AbortSignal): Promise<Journey | Failure> => {
  const path = `/v1/shipments/${encodeURIComponent(id)}`
  const [shipment, track] = await Promise.all([
    authorised<Shipment>(path, { signal }),
    authorised<Track>(`${path}/track?points=${points}`, { signal }),
  ])
  if (!shipment.ok) return shipment.failure
  if (!track.ok) return track.failure
  return { shipment: shipment.value, track: timedTrack(track.value.points, track.value.gaps) }
}

const isJourney = (read: Journey | Failure): read is Journey => 'shipment' in read

/** Reads the journeys that the address asks for; one that cannot be read is left out while there are others. Returns how to stop. */
export const followReplay = () => {
  let controller = new AbortController()
  const load = async (ids: readonly string[]) => {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    replayLoad.value = { status: 'loading' }
    const read = await Promise.all(ids.map((id) => readJourney(id, signal)))
    if (signal.aborted) return
    const found = read.filter(isJourney)
    const failure = read.find((each) => !isJourney(each)) as Failure | undefined
    replayLoad.value = found.length === 0 && failure ? { status: 'failed', failure } : { status: 'ready' }
    showJourneys(found)
  }
  const stopIds = effect(() => {
    const ids = replayedIds.value
    untracked(() => void load(ids))
  })
  const stopWritten = followWritten()
  return () => {
    controller.abort()
    stopIds()
    stopWritten()
    isPlaying.value = false
    replayMs.value = undefined
    showJourneys([])
  }
}
