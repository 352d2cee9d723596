import type { Merchant } from '@lading/shared/contract/merchant'
import { t } from '../../i18n/t.ts'
import { FieldError } from '../parts/field-error.tsx'
import { type Look, Preview } from './preview.tsx'

export const logoTypes = ['image/png', 'image/jpeg', 'image/webp']
const examples = { support: 'mailto:help@shop.example', privacy: 'https://shop.example/privacy', site: 'https://shop.example' }

type Props = { known: Merchant | undefined; look: Look; onLook: (change: Partial<Look>) => void; error: (path: string) => string[] }

/** What is told of a merchant; how it will look is seen as it is told. */
export const MerchantFields = ({ known, look, onLook, error }: Props) => {
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
      {(['support', 'privacy'] as const).map((name) => (
        <label key={name}>
          <span>{t(`merchants.${name}`)}</span>
          <input
            class="field"
            name={name}
            defaultValue={known?.[`${name}Url`] ?? ''}
            placeholder={examples[name]}
            aria-describedby={`merchant-${name}-error`}
          />
          <FieldError id={`merchant-${name}-error`} messages={error(`/${name}Url`)} />
        </label>
      ))}
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
