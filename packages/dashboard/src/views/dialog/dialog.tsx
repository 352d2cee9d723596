import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = {
  titleId: string
  onClose: () => void
  /** Whether only a button in it closes it: a key must not take away what is shown once. */
  locked: boolean
  children: (close: () => void) => ComponentChildren
}

/** Above everything else; the browser keeps the focus in it and gives it back after. */
export const Dialog = ({ titleId, onClose, locked, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the next key: it must not do what it does without the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        if (locked) event.preventDefault()
      }}
    >
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
