import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { session } from '../../state/session.ts'
import { MerchantsDialog } from './merchants-dialog.tsx'

/** Opens what recipients see of merchants; only admins decide about that. */
export const MerchantsButton = () => {
  const isOpen = useSignal(false)
  if (!session.value || !mayActAs(session.value.role, 'admin')) return null
  return (
    <>
      <button
        type="button"
        class="button button-quiet button-icon header-help"
        aria-label={t('merchants.title')}
        data-exact={t('merchants.title')}
        onClick={() => {
          isOpen.value = true
        }}
      >
        <Icon name="merchant" />
      </button>
      {isOpen.value && (
        <MerchantsDialog
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </>
  )
}
