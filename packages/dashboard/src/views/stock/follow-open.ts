import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Result } from '../../data/server/request.ts'
import type { Failure } from '../../state/server/failure.ts'

// Nothing tells the dashboard of what others do with it.
const refreshMs = 20_000

/** Reads what is open now, again whenever that is asked for, and by itself while somebody looks. */
export const useOpen = (read: () => Promise<Result<unknown>>) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const load = () => {
    failure.value = undefined
    void read().then((result) => {
      failure.value = result.ok ? undefined : result.failure
    })
  }
  useEffect(() => {
    load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void read()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [])
  return { failure: failure.value, load }
}
