import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

type Tip = { text: string; left: number; top: number; below: boolean }

/**
 * One tip for everything that carries `data-exact`, shown on pointing and on focus, gone on Escape (WCAG 1.4.13). It stands
 * above the page, so no scrolling pane clips it.
 */
export const ExactTip = () => {
  const tip = useSignal<Tip | undefined>(undefined)
  useEffect(() => {
    const show = ({ target }: Event) => {
      const owner = target instanceof Element ? target.closest<HTMLElement>('[data-exact]') : null
      if (!owner) {
        tip.value = undefined
        return
      }
      const { left, width, top, bottom } = owner.getBoundingClientRect()
      const below = top < 64
      const middle = Math.max(140, Math.min(innerWidth - 140, left + width / 2))
      tip.value = { text: owner.dataset.exact ?? '', left: middle, top: below ? bottom + 6 : top - 6, below }
    }
    // A finger points at nothing: a tap on a time focuses it, and that shows the tip.
    const showOnPointing = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') show(event)
    }
    const hide = () => {
      tip.value = undefined
    }
    const hideOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    const listeners = [
      ['pointerover', showOnPointing as EventListener],
      ['focusin', show],
      ['focusout', hide],
      ['scroll', hide],
      ['keydown', hideOnEscape as EventListener],
    ] as const
    for (const [event, listener] of listeners) document.addEventListener(event, listener, true)
    return () => {
      for (const [event, listener] of listeners) document.removeEventListener(event, listener, true)
    }
  }, [tip])
  if (!tip.value) return null
  const { text, left, top, below } = tip.value
  return (
    <div class={below ? 'tip tip-below' : 'tip'} role="tooltip" style={{ left: `${left}px`, top: `${top}px` }}>
      {text}
    </div>
  )
}
