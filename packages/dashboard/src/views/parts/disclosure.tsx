import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

type Props = {
  id?: string
  /** What the button says, and whether it stands for something that is in effect. */
  summary: ComponentChildren
  isOn?: boolean
  label?: string
  class?: string
  /** Made only while it is open. */
  children: (close: () => void) => ComponentChildren
}

/**
 * A button that opens a panel beneath it. Escape and leaving it by Tab or pointer close it; Escape gives the focus back. What is in it
 * are plain fields and buttons, so every key works as it does everywhere.
 */
export const Disclosure = ({ id, summary, isOn = false, label, class: className, children }: Props) => {
  const details = useRef<HTMLDetailsElement>(null)
  const isOpen = useSignal(false)
  const close = () => {
    if (details.current) details.current.open = false
  }
  return (
    <details
      id={id}
      class={className ? `choice ${className}` : 'choice'}
      ref={details}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        event.stopPropagation()
        close()
        details.current.querySelector('summary')?.focus()
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close()
      }}
    >
      <summary class={isOn ? 'button button-small button-on' : 'button button-small'} aria-label={label}>
        {summary}
      </summary>
      <div class="choice-menu">{isOpen.value && children(close)}</div>
    </details>
  )
}
