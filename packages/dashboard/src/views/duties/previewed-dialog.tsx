import type { TradeRuleOutcome } from '@lading/shared/contract/trade-rule'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { tradeRules } from '../../data/customs/duties.ts'
import type { Result } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { FailureLines } from '../parts/failure-lines.tsx'
import { Outcome } from './outcome.tsx'

type Props = {
  title: string
  about?: string
  send: (form: FormData, preview: boolean) => Promise<Result<TradeRuleOutcome>>
  onDone?: () => void
  onClose: () => void
  children: ComponentChildren
}

/** Shows first what would come of it, with the shipments that it touches, and does it when that was seen. What is changed is looked at anew. */
export const PreviewedDialog = ({ title, about, send, onDone, onClose, children }: Props) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const seen = useSignal<TradeRuleOutcome | undefined>(undefined)
  const submit = async (event: SubmitEvent, close: () => void) => {
    event.preventDefault()
    const isPreview = seen.value === undefined
    busy.value = true
    failure.value = undefined
    const result = await send(new FormData(event.target as HTMLFormElement), isPreview)
    busy.value = false
    if (!result.ok) {
      failure.value = result.failure
      seen.value = undefined
    } else if (isPreview) seen.value = result.value
    else {
      void tradeRules.reload()
      onDone?.()
      close()
    }
  }
  const changed = () => {
    seen.value = undefined
  }
  return (
    <Dialog titleId="rule-deed-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={(event) => void submit(event, close)} onInput={changed} onChange={changed}>
          <h2 id="rule-deed-title">{title}</h2>
          {about && <p>{about}</p>}
          {children}
          <FailureLines failure={failure.value} />
          <div role="status">{seen.value && <Outcome outcome={seen.value} />}</div>
          <DialogActions deed={t(seen.value ? 'rules.do' : 'rules.preview')} busy={busy.value} onCancel={close} />
        </form>
      )}
    </Dialog>
  )
}
