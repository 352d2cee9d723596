import { type PartnerAspect, partnerAspects } from '@lading/shared/domain/partner'
import { t } from '../../i18n/t.ts'

type Props = { aspect: PartnerAspect | ''; onChoose: (aspect: PartnerAspect | '') => void; className?: string }

/** Which aspect of a score one looks at; all of them to begin with. */
export const AspectChoice = ({ aspect, onChoose, className = '' }: Props) => (
  <select
    class={`field ${className}`.trimEnd()}
    aria-label={t('partner-field.aspect')}
    value={aspect}
    onChange={({ currentTarget }) => onChoose(partnerAspects.find((one) => one === currentTarget.value) ?? '')}
  >
    <option value="">{t('partners.every-aspect')}</option>
    {partnerAspects.map((one) => (
      <option key={one} value={one}>
        {t(`partner-aspect.${one}`)}
      </option>
    ))}
  </select>
)
