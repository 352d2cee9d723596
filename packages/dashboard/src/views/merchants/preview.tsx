import { accentContrast, grounds, inkOn, type Scheme, textContrast } from '@lading/shared/domain/contrast'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** How a merchant would look: with the logo that it has, or with one that was chosen and is not saved yet. */
export type Look = { name: string; accent: Record<Scheme, string>; logo: string | ImageBitmap | undefined }

/** The head of a tracking page in light and in dark, with what can be read of it. */
export const Preview = ({ look }: { look: Look }) => (
  <div class="merchant-previews">
    {(Object.keys(grounds) as Scheme[]).map((scheme) => (
      <figure key={scheme} class="merchant-preview">
        <div
          class="merchant-page"
          style={{ colorScheme: scheme, '--accent': look.accent[scheme], '--accent-ink': inkOn(look.accent[scheme]) }}
        >
          <p class="merchant-brand">
            <Brand {...look} />
          </p>
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

const Brand = ({ name, logo }: Look) => {
  if (!logo) return <>{name || t('merchants.name')}</>
  return typeof logo === 'string' ? <img src={logo} alt={name} /> : <Chosen name={name} logo={logo} />
}

/** Drawn rather than loaded: the policy of this page lets no image in but from the server. */
const Chosen = ({ name, logo }: { name: string; logo: ImageBitmap }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => canvas.current?.getContext('2d')?.drawImage(logo, 0, 0), [logo])
  return <canvas ref={canvas} role="img" aria-label={name} width={logo.width} height={logo.height} />
}

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
