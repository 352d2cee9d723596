import { mayActAs } from '@lading/shared/domain/role'
import { computed, signal } from '@preact/signals'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { session } from '../../state/server/session.ts'
import { MerchantsDialog } from './merchants-dialog.tsx'

const isOpen = signal(false)

/** Only admins decide what recipients see of merchants. */
export const mayDecideOnMerchants = computed(() => session.value !== undefined && mayActAs(session.value.role, 'admin'))

export const openMerchants = () => {
  isOpen.value = true
}

/** Opens what recipients see of merchants. On a phone the bar at the bottom does this, and only the dialog is from here. */
export const MerchantsButton = () =>
  mayDecideOnMerchants.value ? (
    <>
      <button
        type="button"
        class="button button-quiet button-icon header-help"
        aria-label={t('merchants.title')}
        data-exact={t('merchants.title')}
        onClick={openMerchants}
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
  ) : null
