import type { Merchant } from '@lading/shared/contract/merchant'
import { useSignal } from '@preact/signals'
import { forgetMerchant } from '../../data/account/merchants.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'

/** Asked twice: nothing brings it back but saying it anew. */
export const ForgetMerchant = ({ merchant: { code, name }, onDone }: { merchant: Merchant; onDone: () => void }) => {
  const asked = useSignal(false)
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const forget = async () => {
    busy.value = true
    const result = await forgetMerchant(code)
    busy.value = false
    failure.value = result.ok ? undefined : result.failure
    if (result.ok) onDone()
  }
  return (
    <div class="merchant-forget">
      {asked.value ? (
        <>
          <p id="merchant-forget-about">{t('merchants.forget-about', { name })}</p>
          <p class="areas-buttons">
            <button
              type="button"
              class="button button-danger"
              aria-describedby="merchant-forget-about"
              disabled={busy.value}
              onClick={() => void forget()}
            >
              {t('merchants.forget-sure')}
            </button>
            <button type="button" class="button" onClick={() => (asked.value = false)}>
              {t('merchants.keep')}
            </button>
          </p>
        </>
      ) : (
        <button type="button" class="button button-quiet" onClick={() => (asked.value = true)}>
          <Icon name="trash" />
          {t('merchants.forget', { name })}
        </button>
      )}
      <p class="dialog-error" role="alert">
        {failure.value && failureText(failure.value)}
      </p>
    </div>
  )
}
