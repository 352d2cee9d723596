import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Result } from '../../data/server/request.ts'
import type { Failure } from '../../state/server/failure.ts'
import { issuesOf } from '../parts/field-error.tsx'
import { refusal } from '../parts/refusal.ts'
import { DialogActions } from './actions.tsx'
import { Dialog } from './dialog.tsx'

type Props<Value> = {
  title: string
  about?: string
  /** What the button says that does it. */
  deed: string
  /** Paths of what the fields stand for: what is wrong with these is said beneath them. */
  fields?: string[]
  /** Why nothing was taken, in words; where it is left out, as failures are always told. */
  sayRefusal?: (failure: Failure) => string
  /** Sends what the fields say, or says in words what is missing. */
  send: (form: FormData) => Promise<Result<Value>> | string
  onDone?: (value: Value) => void
  onClose: () => void
  children?: (error: (path: string) => string[]) => ComponentChildren
}

/** Asks what a deed needs to know, does it, and says at the field what was not taken. */
export const DeedDialog = <Value,>({ title, about, deed, fields = [], sayRefusal, send, onDone, onClose, children }: Props<Value>) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const missing = useSignal('')
  const submit = async (event: SubmitEvent, close: () => void) => {
    event.preventDefault()
    const sent = send(new FormData(event.target as HTMLFormElement))
    failure.value = undefined
    missing.value = typeof sent === 'string' ? sent : ''
    if (typeof sent === 'string') return
    busy.value = true
    const result = await sent
    busy.value = false
    if (!result.ok) {
      failure.value = result.failure
      return
    }
    onDone?.(result.value)
    close()
  }
  return (
    <Dialog titleId="deed-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={(event) => void submit(event, close)}>
          <h2 id="deed-title">{title}</h2>
          {about && <p class="dialog-about">{about}</p>}
          {children?.((path) => issuesOf(failure.value, path))}
          <p class="dialog-error" id="deed-error" role="alert">
            {failure.value ? (sayRefusal?.(failure.value) ?? refusal(failure.value, fields)) : missing.value}
          </p>
          <DialogActions deed={deed} busy={busy.value} onCancel={close} />
        </form>
      )}
    </Dialog>
  )
}
