import type { Geofence } from '@lading/shared/contract/geofence'
import type { Area } from '@lading/shared/domain/area'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { removeArea } from '../../data/map/areas.ts'
import type { Result } from '../../data/server/request.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { drawnArea } from '../../state/map/area-draft.ts'
import type { AreaKind } from '../../state/map/areas.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'
import { issueText } from '../parts/issue-text.tsx'
import { endForm } from './areas.ts'

type Props = {
  kind: AreaKind
  known: Pick<Geofence, 'id' | 'updatedAt' | 'updatedBy'> | undefined
  name: string | undefined
  save: (area: Area, fields: FormData) => Promise<Result<unknown>>
  children: ComponentChildren
}

/** What forms of geofences and of hazards share: a drawing that is right, saving, giving up and taking away. */
export const AreaForm = ({ kind, known, name, save, children }: Props) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const isUnfinished = useSignal(false)
  const busy = useSignal(false)
  const asked = useSignal(false)
  const attempt = async (work: Promise<Result<unknown>>) => {
    busy.value = true
    const result = await work
    busy.value = false
    failure.value = result.ok ? undefined : result.failure
    if (result.ok) endForm()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { area, problems = [] } = drawnArea.value ?? {}
    isUnfinished.value = !area || problems.length > 0
    if (area && problems.length === 0) void attempt(save(area, new FormData(event.target as HTMLFormElement)))
  }
  const issues = failure.value?.kind === 'answer' ? (failure.value.issues ?? []) : []
  return (
    <form class="areas-form" onSubmit={submit}>
      {children}
      {known && (
        <p class="areas-note">
          {t('areas.changed-by', {
            name: known.updatedBy?.name ?? t('person.gone'),
            time: formatDateTime(Date.parse(known.updatedAt), viewerZone),
          })}
        </p>
      )}
      <div class="dialog-error" role="alert">
        {isUnfinished.value && (drawnArea.value === undefined || drawnArea.value.problems.length > 0) && t('areas.unfinished')}
        {failure.value && failureText(failure.value)}
        {issues.map((issue) => (
          <p key={issue.path}>
            {issue.path}: {issueText(issue)}
          </p>
        ))}
      </div>
      <div class="areas-buttons areas-do">
        <button type="submit" class="button button-primary" disabled={busy.value}>
          {t('areas.save')}
        </button>
        <button type="button" class="button" onClick={endForm}>
          {t('action.cancel')}
        </button>
        {known &&
          (asked.value ? (
            <button
              type="button"
              class="button button-danger"
              onBlur={() => (asked.value = false)}
              onClick={() => void attempt(removeArea(kind, known.id))}
            >
              {t('areas.remove-sure')}
            </button>
          ) : (
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('areas.remove', { name: name ?? '' })}
              onClick={() => (asked.value = true)}
            >
              <Icon name="trash" />
              {t('areas.remove-short')}
            </button>
          ))}
      </div>
    </form>
  )
}
