import type { Merchant } from '@lading/shared/contract/merchant'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadMerchants, saveMerchant } from '../../data/account/merchants.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { ForgetMerchant } from './forget-merchant.tsx'
import { logoTypes, MerchantFields } from './merchant-fields.tsx'
import type { Look } from './preview.tsx'

// What the pages have where a merchant has no colours of its own.
const usual = { light: '#3a4fc4', dark: '#9aa9ff' }
const fields = ['/name', '/accent', '/supportUrl', '/privacyUrl', '/embedOrigins', '/logo', '/params/code']

const lookOf = (merchant: Merchant | undefined): Look => ({
  name: merchant?.name ?? '',
  accent: merchant?.accent ?? usual,
  logo: merchant?.logo?.url,
})

/** How merchants look to recipients, with a preview of it. */
export const MerchantsDialog = ({ onClose }: { onClose: () => void }) => {
  const merchants = useSignal<Merchant[]>([])
  const code = useSignal('')
  const look = useSignal<Look>(lookOf(undefined))
  const failure = useSignal<Failure | undefined>(undefined)
  const said = useSignal('')
  const choose = (chosen: string) => {
    code.value = chosen
    look.value = lookOf(merchants.value.find((merchant) => merchant.code === chosen))
  }
  const load = async () => {
    const result = await loadMerchants()
    failure.value = result.ok ? undefined : result.failure
    if (!result.ok) return
    merchants.value = result.value.items
    choose(result.value.items[0]?.code ?? '')
  }
  useEffect(() => void load(), [])
  const known = merchants.value.find((merchant) => merchant.code === code.value)

  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const file = form.get('logo')
    const logo = file instanceof File && file.size > 0 ? file : undefined
    if (logo && !logoTypes.includes(logo.type)) return t('merchants.logo-about')
    const merchant = {
      name: text('name'),
      accent: { light: text('light'), dark: text('dark') },
      supportUrl: text('support') || null,
      privacyUrl: text('privacy') || null,
      embedOrigins: text('sites').split(/\s+/).filter(Boolean),
      isDefault: form.get('default') === 'on',
    }
    return saveMerchant(known?.code ?? text('code'), merchant, form.get('no-logo') === 'on' ? 'none' : logo)
  }

  return (
    <DeedDialog<Merchant>
      title={t('merchants.title')}
      about={t('merchants.about')}
      deed={t('merchants.save')}
      fields={fields}
      send={send}
      onClose={onClose}
    >
      {(error) => (
        <>
          {failure.value && <p class="dialog-error">{failureText(failure.value)}</p>}
          {merchants.value.length > 0 && (
            <label>
              <span>{t('merchants.which')}</span>
              <select class="field" value={code.value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
                {merchants.value.map((merchant) => (
                  <option key={merchant.code} value={merchant.code}>
                    {merchant.name}
                  </option>
                ))}
                <option value="">{t('merchants.new')}</option>
              </select>
            </label>
          )}
          <MerchantFields
            key={code.value}
            known={known}
            look={look.value}
            onLook={(change) => (look.value = { ...look.value, ...change })}
            error={error}
          />
          {known && (
            <ForgetMerchant
              key={`forget ${known.code}`}
              merchant={known}
              onDone={() => {
                said.value = t('merchants.forgotten', { name: known.name })
                void load()
              }}
            />
          )}
          <p class="unseen" role="status">
            {said.value}
          </p>
        </>
      )}
    </DeedDialog>
  )
}
