import type { CustomsEntry } from '@lading/shared/contract/customs'
import { formatDay } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { nowMs } from '../../state/clock.ts'

type Props = Pick<CustomsEntry, 'requiredDocuments' | 'presentDocuments' | 'documentsValidUntil' | 'restrictions'>

/** Documents, those that are missing first, and controls that the goods are under. */
export const Papers = ({ requiredDocuments, presentDocuments, documentsValidUntil, restrictions }: Props) => {
  const missing = requiredDocuments.filter((document) => !presentDocuments.includes(document))
  if (missing.length + presentDocuments.length + restrictions.length === 0) return null
  return (
    <ul class="customs-papers">
      {missing.map((document) => (
        <li key={document}>
          <Icon name="severity-warning" />
          <span>{document}</span>
          <strong>{t('customs.missing')}</strong>
        </li>
      ))}
      {presentDocuments.map((document) => (
        <li key={document}>
          <Present document={document} validUntil={documentsValidUntil[document]} />
        </li>
      ))}
      {restrictions.map((restriction) => (
        <li key={restriction}>
          <Icon name="customs-lodged" />
          <span>{restriction}</span>
          <small>{t('customs.restriction')}</small>
        </li>
      ))}
    </ul>
  )
}

const dayMs = 24 * 3_600_000

/** A document is valid to the end of its last day. */
const Present = ({ document, validUntil }: { document: string; validUntil: string | undefined }) => {
  const day = validUntil === undefined ? '' : formatDay(Date.parse(validUntil), 'UTC')
  const isExpired = validUntil !== undefined && Date.parse(validUntil) + dayMs <= nowMs.value
  return (
    <>
      <Icon name={isExpired ? 'severity-warning' : 'check'} />
      <span>{document}</span>
      {isExpired && <strong>{t('customs.expired', { day })}</strong>}
      {!isExpired && <small>{day ? t('customs.valid-until', { day }) : t('customs.present')}</small>}
    </>
  )
}
