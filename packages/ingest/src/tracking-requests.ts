import type { Queue } from '@lading/store/queue/open'

type Deps = { queue: Pick<Queue, 'request'>; onError: (error: Error) => void; everyMs?: number }

/**
 * Asks the workers to look at devices that reported: each device once, all of them together, once a second at the most.
 * At most once: a request that fails is not repeated, as the workers' sweep finds devices with newer readings than were
 * looked at. Whoever adds devices never waits.
 */
export const createTrackingRequests = ({ queue, onError, everyMs = 1_000 }: Deps) => {
  let waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let asking: Promise<void> | undefined

  const ask = async () => {
    const jobs = [...waiting].map((deviceId) => ({ data: { deviceId }, deduplicationId: deviceId }))
    waiting = new Set()
    await queue.request('track', jobs).catch(onError)
    asking = undefined
    if (waiting.size > 0) schedule()
  }

  const schedule = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      asking = ask()
    }, everyMs)
  }

  return {
    add: (deviceIds: Iterable<string>) => {
      for (const id of deviceIds) waiting.add(id)
      if (waiting.size > 0 && !asking) schedule()
    },
    /** Asks for what still waits, and takes no more. */
    close: async () => {
      clearTimeout(timer)
      timer = undefined
      await asking
      clearTimeout(timer)
      if (waiting.size > 0) await ask()
    },
  }
}
