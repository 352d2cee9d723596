import type { Queue } from '@lading/store/queue/open'

type Deps = {
  queue: Pick<Queue, 'repeat'>
  name: 'sweep' | 'retain' | 'score' | 'retrain' | 'forecast' | 'risk' | 'news' | 'mail' | 'rates' | 'hazards' | 'partners'
  everyMs: number
  onError: (error: Error) => void
}

/**
 * Has a job run every `everyMs`, and asks for it again and again: a queue that comes back empty has forgotten it, and with
 * it everything that only this job would find. Asked for half as often as it runs, so that asking never puts it off.
 */
export const keepRepeating = async ({ queue, name, everyMs, onError }: Deps) => {
  const ask = () => queue.repeat(name, {}, everyMs)
  await ask()
  const timer = setInterval(() => ask().catch(onError), 2 * everyMs)
  return { stop: async () => clearInterval(timer) }
}
