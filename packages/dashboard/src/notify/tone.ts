import { signal } from '@preact/signals'

let context: AudioContext | undefined

/** Whether the browser lets nothing be heard until the page is clicked or a key is pressed. */
export const isHeldBack = signal(false)

const look = () => {
  isHeldBack.value = context !== undefined && context.state !== 'running'
}

/** Makes sound possible. Browsers allow it once somebody has used the page; until then it waits for that. */
export const openSound = () => {
  if (!context) {
    context = new AudioContext()
    context.addEventListener('statechange', look)
    const wake = () => void context?.resume()
    for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, wake)
  }
  void context.resume().then(look)
  look()
}

/** Two short soft notes, the second higher: heard beside machines, and over in half a second. */
export const playTone = () => {
  openSound()
  if (context?.state !== 'running') return
  for (const [index, hz] of [587.33, 880].entries()) {
    const from = context.currentTime + index * 0.18
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hz })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(0.2, from + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, from + 0.3)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(from)
    oscillator.stop(from + 0.32)
  }
}
