import type { SavedView } from '@lading/shared/contract/saved-view'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { beginWith, changeView, deleteView } from '../../data/account/saved-views.ts'
import type { Result } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import { savedViews } from '../../state/address/saved-views.ts'
import { isMe, mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { refusal } from './refusal.ts'

/** Names, sharing, with which one the map begins, and taking one away. */
export const ManageDialog = ({ onClose }: { onClose: () => void }) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const attempt = async (work: Promise<Result<unknown>>) => {
    const result = await work
    failure.value = result.ok ? undefined : result.failure
  }
  return (
    <Dialog titleId="manage-views-title" locked={false} onClose={onClose}>
      {(close) => (
        <div class="dialog-form">
          <h2 id="manage-views-title">{t('views.manage-title')}</h2>
          <ul class="manage-views">
            {savedViews.value.map((view) => (
              <One key={view.id} view={view} attempt={attempt} />
            ))}
          </ul>
          {savedViews.value.length === 0 && <p class="dialog-note">{t('views.none')}</p>}
          <p class="dialog-error" role="alert">
            {failure.value && refusal(failure.value)}
          </p>
          <CloseAction onClose={close} />
        </div>
      )}
    </Dialog>
  )
}

// What had the focus is gone with its view.
const toClose = () => document.querySelector<HTMLElement>('dialog[open] .dialog-actions .button')?.focus()

const One = ({ view, attempt }: { view: SavedView; attempt: (work: Promise<Result<unknown>>) => Promise<void> }) => {
  const asked = useSignal(false)
  const { id, name, shared, owner, isDefault } = view
  const isOwn = isMe(owner?.id ?? null) || (session.value && mayActAs(session.value.role, 'admin'))
  return (
    <li>
      {isOwn ? (
        <input
          class="field"
          aria-label={t('views.rename', { name })}
          defaultValue={name}
          maxLength={80}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.value.trim()
            if (wanted !== '' && wanted !== name) void attempt(changeView(id, { name: wanted }))
          }}
        />
      ) : (
        <span class="manage-name">
          {name}
          <small>{t('views.shared-by', { name: owner?.name ?? t('person.gone') })}</small>
        </span>
      )}
      <span class="manage-checks">
        <label class="check">
          <input
            type="checkbox"
            checked={isDefault}
            onChange={({ currentTarget }) => void attempt(beginWith(currentTarget.checked ? id : null))}
          />
          <span>{t('views.default')}</span>
        </label>
        {isOwn && mayAct.value && (
          <label class="check">
            <input
              type="checkbox"
              checked={shared}
              onChange={({ currentTarget }) => void attempt(changeView(id, { shared: currentTarget.checked }))}
            />
            <span>{t('views.shared')}</span>
          </label>
        )}
      </span>
      {isOwn &&
        (asked.value ? (
          <button
            type="button"
            class="button button-danger"
            onClick={() => void attempt(deleteView(id)).then(toClose)}
            onBlur={() => (asked.value = false)}
          >
            {t('views.delete-sure')}
          </button>
        ) : (
          <button type="button" class="button" aria-label={t('views.delete-what', { name })} onClick={() => (asked.value = true)}>
            {t('views.delete')}
          </button>
        ))}
    </li>
  )
}
