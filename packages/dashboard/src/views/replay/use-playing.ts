import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { advance, isPlaying } from '../../state/replay/replay.ts'

// After a pause of the browser, as behind another window, time does not jump.
const longestMs = 250
const stepMs = 1000

const glide = () => {
  let before = performance.now()
  let frame = requestAnimationFrame(function next(now) {
    advance(Math.max(0, Math.min(longestMs, now - before)))
    before = now
    frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}

// For those who asked for less motion it goes by steps of a second.
const step = () => {
  const timer = setInterval(() => advance(stepMs), stepMs)
  return () => clearInterval(timer)
}

/** Moves the replay on while it plays. */
export const usePlaying = () =>
  useEffect(
    () =>
      effect(() => {
        if (!isPlaying.value) return
        return matchMedia('(prefers-reduced-motion: reduce)').matches ? step() : glide()
      }),
    [],
  )
