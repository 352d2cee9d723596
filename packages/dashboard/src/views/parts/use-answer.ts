import { type Signal, useSignal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import { authorised } from '../../data/server/authorised.ts'
import type { Failure } from '../../state/server/failure.ts'

const refreshMs = 60_000

export type Answer<Value> = { value: Signal<Value | undefined>; failure: Failure | undefined; load: () => void }

/** What the api answers at a path, asked again every minute while it is on screen. What was there stays when an answer does not come. */
export const useAnswer = <Value>(path: string): Answer<Value> => {
  const value = useSignal<Value | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = useCallback(() => {
    void authorised<Value>(path).then((result) => {
      failure.value = result.ok ? undefined : result.failure
      if (result.ok) value.value = result.value as Value
    })
  }, [path])
  useEffect(() => {
    value.value = undefined
    load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') load()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [load])
  return { value, failure: value.value === undefined ? failure.value : undefined, load }
}
