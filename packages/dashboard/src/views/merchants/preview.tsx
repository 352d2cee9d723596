import { accentContrast, grounds, inkOn, type Scheme, textContrast } from '@lading/shared/domain/contrast'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** How a merchant would look. */
export type Look = { name: string; accent: Record<Scheme, string>; logo: string | undefined }

/** The head of a tracking page in light and in dark, with what can be read of it. */
export const Preview = ({ look }: { look: Look }) => (
  <div class="merchant-previews">
    {(Object.keys(grounds) as Scheme[]).map((scheme) => (
      <figure key={scheme} class="merchant-preview">
        <div
          class="merchant-page"
          style={{ colorScheme: scheme, '--accent': look.accent[scheme], '--accent-ink': inkOn(look.accent[scheme]) }}
        >
          <p class="merchant-brand">{look.logo ? <img src={look.logo} alt={look.name} /> : look.name || t('merchants.name')}</p>
          <div class="merchant-answer">
            <strong>{t('state.in-transit')}</strong>
            <p>
              <span class="merchant-link">{t('merchants.preview-link')}</span>
            </p>
            <span class="merchant-action">{t('merchants.preview-button')}</span>
          </div>
        </div>
        <figcaption>
          <Contrast accent={look.accent[scheme]} scheme={scheme} />
        </figcaption>
      </figure>
    ))}
  </div>
)

const Contrast = ({ accent, scheme }: { accent: string; scheme: Scheme }) => {
  const ratio = accentContrast(accent, scheme)
  const enough = ratio >= textContrast
  // Rounded down: what is not enough never reads as enough.
  const shown = formatNumber(Math.floor(ratio * 10) / 10)
  return (
    <span class={enough ? 'merchant-contrast' : 'merchant-contrast merchant-contrast-low'}>
      <Icon name={enough ? 'check' : 'severity-warning'} />
      {t(enough ? 'merchants.contrast' : 'merchants.contrast-low', { scheme: t(`merchants.colour-${scheme}`), ratio: shown })}
    </span>
  )
}
