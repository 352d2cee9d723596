import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { importAreas } from '../../data/areas.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { AreaKind } from '../../state/areas.ts'
import { mayAct } from '../../state/people.ts'
import { failureText } from '../failure-note.tsx'
import { startForm } from './areas.ts'

/** A file with many mistakes is told by the first of them. */
const most = 5

/** To draw a new one, and to take files of GeoJSON in and out. */
export const FileButtons = ({ kind }: { kind: AreaKind }) => {
  const file = useRef<HTMLInputElement>(null)
  const said = useSignal('')
  const failure = useSignal<Failure | undefined>(undefined)
  const take = async () => {
    const chosen = file.current?.files?.[0]
    if (!chosen) return
    said.value = ''
    failure.value = undefined
    const result = await importAreas(kind, await chosen.text())
    if (file.current) file.current.value = ''
    if (result.ok) said.value = t('areas.imported', { count: result.value.imported })
    else failure.value = result.failure
  }
  const issues = failure.value?.kind === 'answer' ? (failure.value.issues ?? []) : []
  return (
    <div class="areas-foot">
      <div class="areas-buttons">
        {mayAct.value && (
          <button type="button" class="button button-primary" onClick={() => startForm(kind)}>
            <Icon name="plus" />
            {t(`areas.${kind}-draw`)}
          </button>
        )}
        {mayAct.value && (
          <button type="button" class="button" onClick={() => file.current?.click()}>
            {t('areas.import')}
          </button>
        )}
        <a class="button" href={`/v1/${kind}/geojson`} download={`${kind}.geojson`}>
          {t('areas.export')}
        </a>
      </div>
      <input
        ref={file}
        class="unseen"
        type="file"
        tabIndex={-1}
        accept=".geojson,.json,application/geo+json"
        aria-label={t('areas.import')}
        onChange={() => void take()}
      />
      <p class="areas-note" role="status">
        {said.value}
      </p>
      {failure.value && (
        <div class="dialog-error" role="alert">
          {issues.length === 0 && failureText(failure.value)}
          {issues.slice(0, most).map(({ path, message }) => (
            <p key={`${path} ${message}`}>
              {path}: {message}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
