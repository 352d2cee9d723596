import type { Alert } from '@lading/shared/contract/alert'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { failureText } from '../parts/failure-note.tsx'

export type FormProps = { alerts: Alert[]; onDone: () => void }

type Props = {
  title: string
  alerts: Alert[]
  submit: string
  /** Does it with what is filled in; answers why it could not be done. */
  onSubmit: (fields: FormData) => Promise<Failure | undefined>
  onDone: () => void
  children: ComponentChildren
}

/** A dialog's form about one alert or several: what it is about, what is asked, and what went wrong. */
export const AlertForm = ({ title, alerts, submit, onSubmit, onDone, children }: Props) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    busy.value = true
    failure.value = await onSubmit(new FormData(event.target as HTMLFormElement))
    busy.value = false
    if (!failure.value) onDone()
  }
  return (
    <form class="dialog-form" onSubmit={(event) => void send(event)}>
      <h2 id="alert-dialog-title">{title}</h2>
      <About alerts={alerts} />
      {children}
      <p class="dialog-error" role="alert">
        {failure.value && failureText(failure.value)}
      </p>
      <DialogActions deed={submit} busy={busy.value} onCancel={onDone} />
    </form>
  )
}

const About = ({ alerts: [first, ...more] }: { alerts: Alert[] }) => (
  <p class="dialog-about">
    {first && more.length === 0 ? (
      <>
        <strong>{t(`alert.${first.kind}`)}</strong>, {first.trackingNumber}
      </>
    ) : (
      t('act.about-several', { count: more.length + 1 })
    )}
  </p>
)
