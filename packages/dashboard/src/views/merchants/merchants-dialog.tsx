import type { Merchant } from '@lading/shared/contract/merchant'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { forgetMerchant, loadMerchants, saveMerchant } from '../../data/merchants.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
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
          <Fields
            key={code.value}
            known={known}
            look={look.value}
            onLook={(change) => (look.value = { ...look.value, ...change })}
            error={error}
          />
          {known && (
            <Forget
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

/** Asked twice: nothing brings it back but saying it anew. */
const Forget = ({ merchant: { code, name }, onDone }: { merchant: Merchant; onDone: () => void }) => {
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

type FieldsProps = { known: Merchant | undefined; look: Look; onLook: (change: Partial<Look>) => void; error: (path: string) => string[] }

const Fields = ({ known, look, onLook, error }: FieldsProps) => {
  // What was chosen last counts, also where a larger one before it takes longer to be read.
  const showChosen = async ({ files }: HTMLInputElement) => {
    const [file] = files ?? []
    const logo = file ? await readImage(file) : known?.logo?.url
    if (files?.[0] === file) onLook({ logo })
  }
  return (
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
        <input
          type="file"
          name="logo"
          accept={logoTypes.join()}
          aria-describedby="merchant-logo-about merchant-logo-error"
          onChange={({ currentTarget }) => void showChosen(currentTarget)}
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
}

/** Nothing where it is no image, or none that a browser knows: the server says what is wrong with it. */
const readImage = (file: File) => createImageBitmap(file).catch(() => undefined)
