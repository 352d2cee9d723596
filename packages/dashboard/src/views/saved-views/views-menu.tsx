import { useSignal } from '@preact/signals'
import { changeView, openView } from '../../data/account/saved-views.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { changedView, currentQuery, savedViews, shownView } from '../../state/address/saved-views.ts'
import { isMe } from '../../state/people.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ManageDialog } from './manage-dialog.tsx'
import { SaveDialog } from './save-dialog.tsx'

/** Filters and orders that were kept under a name; and ways to keep, change and share them. */
export const ViewsMenu = () => {
  const dialog = useSignal<'save' | 'manage' | undefined>(undefined)
  const closeDialog = () => {
    dialog.value = undefined
    document.querySelector<HTMLElement>('#views > summary')?.focus()
  }
  const shown = shownView.value
  return (
    <>
      <Disclosure
        id="views"
        class="views"
        isOn={shown !== undefined && currentQuery.value !== ''}
        label={shown ? t('views.shown', { name: shown.name }) : t('views.title')}
        summary={<span class="views-name">{shown?.name ?? t('views.title')}</span>}
      >
        {(close) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the buttons have the focus; arrows only lead from one to the next.
          <div class="menu" onKeyDown={alongButtons}>
            {savedViews.value.map((view) => (
              <button
                key={view.id}
                type="button"
                class="menu-item"
                aria-current={view.id === shown?.id ? 'true' : undefined}
                onClick={() => {
                  openView(view)
                  close()
                }}
              >
                <span class="menu-mark">{view.id === shown?.id && <Icon name="check" />}</span>
                <span class="menu-text">{view.name}</span>
                {view.isDefault && <Mark icon="star" text={t('views.is-default')} />}
                {view.shared && (
                  <Mark
                    icon="shared"
                    text={
                      isMe(view.owner?.id ?? null)
                        ? t('views.is-shared')
                        : t('views.shared-by', { name: view.owner?.name ?? t('person.gone') })
                    }
                  />
                )}
              </button>
            ))}
            {savedViews.value.length === 0 && <p class="menu-note">{t('views.none')}</p>}
            <hr />
            {changedView.value && isMe(changedView.value.owner?.id ?? null) && (
              <button
                type="button"
                class="menu-item"
                onClick={() => {
                  if (changedView.value) void changeView(changedView.value.id, { query: currentQuery.value })
                  close()
                }}
              >
                <span class="menu-mark" />
                <span class="menu-text">{t('views.update', { name: changedView.value.name })}</span>
              </button>
            )}
            <Ask
              text={t('views.save')}
              onAsk={() => {
                close()
                dialog.value = 'save'
              }}
            />
            {savedViews.value.length > 0 && (
              <Ask
                text={t('views.manage')}
                onAsk={() => {
                  close()
                  dialog.value = 'manage'
                }}
              />
            )}
          </div>
        )}
      </Disclosure>
      {dialog.value === 'save' && <SaveDialog onClose={closeDialog} />}
      {dialog.value === 'manage' && <ManageDialog onClose={closeDialog} />}
    </>
  )
}

const Ask = ({ text, onAsk }: { text: string; onAsk: () => void }) => (
  <button type="button" class="menu-item" onClick={onAsk}>
    <span class="menu-mark" />
    <span class="menu-text">{text}</span>
  </button>
)

const Mark = ({ icon, text }: { icon: 'star' | 'shared'; text: string }) => (
  <span class="menu-sign" data-exact={text}>
    <Icon name={icon} />
    <span class="unseen">{text}</span>
  </span>
)

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

const alongButtons = (event: KeyboardEvent) => {
  const step = steps[event.key]
  if (!step || !(event.currentTarget instanceof HTMLElement)) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
