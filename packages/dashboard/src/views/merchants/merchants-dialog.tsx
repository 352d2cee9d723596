import type { Merchant } from '@lading/shared/contract/merchant'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadMerchants, saveMerchant } from '../../data/merchants.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { failureText } from '../failure-note.tsx'
import { FieldError } from '../field-error.tsx'
import { type Look, Preview } from './preview.tsx'

// What the pages have where a merchant has no colours of its own.
const usual = { light: '#3a4fc4', dark: '#9aa9ff' }
const logoTypes = ['image/png', 'image/jpeg', 'image/webp']
const examples = { support: 'mailto:help@shop.example', privacy: 'https://shop.example/privacy', site: 'https://shop.example' }
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
  const choose = (chosen: string) => {
    code.value = chosen
    look.value = lookOf(merchants.value.find((merchant) => merchant.code === chosen))
  }
  useEffect(() => {
    void loadMerchants().then((result) => {
      failure.value = result.ok ? undefined : result.failure
      if (!result.ok) return
      merchants.value = result.value.items
      choose(result.value.items[0]?.code ?? '')
    })
  }, [])
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
          <Fields
            key={code.value}
            known={known}
            look={look.value}
            onLook={(change) => (look.value = { ...look.value, ...change })}
            error={error}
          />
        </>
      )}
    </DeedDialog>
  )
}

type FieldsProps = { known: Merchant | undefined; look: Look; onLook: (change: Partial<Look>) => void; error: (path: string) => string[] }

const Fields = ({ known, look, onLook, error }: FieldsProps) => (
  <fieldset class="merchant-fields">
    {!known && (
      <label>
        <span>{t('merchants.code')}</span>
        <input
          class="field"
          name="code"
          required
          maxLength={40}
          pattern="[a-z0-9][a-z0-9\-]*"
          autoComplete="off"
          aria-describedby="merchant-code-error"
        />
        <small>{t('merchants.code-about')}</small>
        <FieldError id="merchant-code-error" messages={error('/params/code')} />
      </label>
    )}
    <label>
      <span>{t('merchants.name')}</span>
      <input
        class="field"
        name="name"
        required
        maxLength={60}
        defaultValue={known?.name}
        autoComplete="off"
        aria-describedby="merchant-name-error"
        onInput={({ currentTarget }) => onLook({ name: currentTarget.value })}
      />
      <FieldError id="merchant-name-error" messages={error('/name')} />
    </label>
    <div class="merchant-colours">
      {(['light', 'dark'] as const).map((scheme) => (
        <label key={scheme}>
          <span>{t(`merchants.colour-${scheme}`)}</span>
          <input
            type="color"
            name={scheme}
            defaultValue={look.accent[scheme]}
            aria-describedby={`merchant-${scheme}-error`}
            onInput={({ currentTarget }) => onLook({ accent: { ...look.accent, [scheme]: currentTarget.value } })}
          />
          <FieldError id={`merchant-${scheme}-error`} messages={error(`/accent/${scheme}`)} />
        </label>
      ))}
    </div>
    <label>
      <span>{t('merchants.logo')}</span>
      {/* The policy of this page lets no image in but from the server: one that was only chosen is seen once it is saved. */}
      <input
        type="file"
        name="logo"
        accept={logoTypes.join()}
        aria-describedby="merchant-logo-about merchant-logo-error"
        onChange={({ currentTarget }) => onLook({ logo: currentTarget.files?.length ? undefined : known?.logo?.url })}
      />
      <small id="merchant-logo-about">{t('merchants.logo-about')}</small>
      <FieldError id="merchant-logo-error" messages={error('/logo')} />
    </label>
    {known?.logo && (
      <label class="merchant-check">
        <input
          type="checkbox"
          name="no-logo"
          onChange={({ currentTarget }) => onLook({ logo: currentTarget.checked ? undefined : known.logo?.url })}
        />
        <span>{t('merchants.no-logo')}</span>
      </label>
    )}
    <Preview look={look} />
    <label>
      <span>{t('merchants.support')}</span>
      <input
        class="field"
        name="support"
        defaultValue={known?.supportUrl ?? ''}
        placeholder={examples.support}
        aria-describedby="merchant-support-error"
      />
      <FieldError id="merchant-support-error" messages={error('/supportUrl')} />
    </label>
    <label>
      <span>{t('merchants.privacy')}</span>
      <input
        class="field"
        name="privacy"
        defaultValue={known?.privacyUrl ?? ''}
        placeholder={examples.privacy}
        aria-describedby="merchant-privacy-error"
      />
      <FieldError id="merchant-privacy-error" messages={error('/privacyUrl')} />
    </label>
    <label>
      <span>{t('merchants.sites')}</span>
      <textarea
        class="field"
        name="sites"
        rows={2}
        defaultValue={known?.embedOrigins.join('\n') ?? ''}
        placeholder={examples.site}
        aria-describedby="merchant-sites-error"
      />
      <FieldError id="merchant-sites-error" messages={error('/embedOrigins')} />
    </label>
    <label class="merchant-check">
      <input type="checkbox" name="default" defaultChecked={known?.isDefault} />
      <span>{t('merchants.default')}</span>
    </label>
  </fieldset>
)
