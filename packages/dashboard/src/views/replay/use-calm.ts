import { effect, type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** A value that changes many times a second, as often as somebody can read it. */
export const useCalm = <Value>(source: ReadonlySignal<Value>, everyMs = 400) => {
  const calm = useSignal(source.peek())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = effect(() => {
      source.value
      timer ??= setTimeout(() => {
        timer = undefined
        calm.value = source.peek()
      }, everyMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return calm
}
