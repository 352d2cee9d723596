import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Result } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { FailureLines } from '../parts/failure-lines.tsx'
import { FirstRows } from './first-rows.tsx'

/** What a file may hold, and how it is taken in. */
export type ImportKind = {
  label: string
  about: string
  /** As `accept` of a file field has it; CSV where nothing is said. */
  accept?: string
  /** What has to be told besides the file. */
  fields?: ComponentChildren
  /** Hands the file over and says what came of it, in counts. With `isRehearsal` nothing is changed, and it says what would. */
  send: (file: File, form: FormData, isRehearsal: boolean) => Promise<Result<ComponentChildren>>
  /** Whether it can be rehearsed; then that is done first. */
  rehearses?: boolean
}

type Props = { title: string; kinds: readonly [ImportKind, ...ImportKind[]]; onClose: () => void }

/** Takes in a file, of one kind or another: shows how it begins, then what came of it or every line that is wrong. */
export const ImportDialog = ({ title, kinds, onClose }: Props) => {
  const at = useSignal(0)
  const file = useSignal<File | undefined>(undefined)
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const told = useSignal<{ isRehearsal: boolean; what: ComponentChildren } | undefined>(undefined)
  const kind = kinds[at.value] ?? kinds[0]
  const isSeen = told.value?.isRehearsal === true

  /** What is changed is looked at anew. */
  const forget = () => {
    failure.value = undefined
    told.value = undefined
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const { value: chosen } = file
    if (!chosen || busy.value) return
    const isRehearsal = kind.rehearses === true && !isSeen
    const form = new FormData(event.target as HTMLFormElement)
    busy.value = true
    forget()
    const result = await kind.send(chosen, form, isRehearsal)
    busy.value = false
    if (result.ok) told.value = { isRehearsal, what: result.value }
    else failure.value = result.failure
  }

  return (
    <Dialog titleId="import-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={(event) => void submit(event)} onInput={forget} onChange={forget}>
          <h2 id="import-title">{title}</h2>
          {kinds.length > 1 && (
            <fieldset class="dialog-checks">
              <legend>{t('import.what')}</legend>
              {kinds.map(({ label }, index) => (
                <label key={label}>
                  <input
                    type="radio"
                    name="kind"
                    checked={at.value === index}
                    onChange={() => {
                      at.value = index
                    }}
                  />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
          <p>{kind.about}</p>
          {kind.fields && (
            <div class="import-fields" key={at.value}>
              {kind.fields}
            </div>
          )}
          <label>
            <span>{t('import.file')}</span>
            <input
              class="field"
              name="file"
              type="file"
              accept={kind.accept ?? '.csv,text/csv'}
              required
              onChange={({ currentTarget }) => {
                file.value = currentTarget.files?.[0]
              }}
            />
          </label>
          {file.value && <FirstRows file={file.value} />}
          <FailureLines failure={failure.value} />
          <div role="status">{told.value?.what}</div>
          <DialogActions
            deed={t(busy.value ? 'import.busy' : kind.rehearses && !isSeen ? 'import.rehearse' : 'import.do')}
            busy={busy.value}
            cancel={t('action.close')}
            onCancel={close}
          />
        </form>
      )}
    </Dialog>
  )
}
