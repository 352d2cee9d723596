import type { CustomsEntry } from '@lading/shared/contract/customs'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

type Props = Pick<CustomsEntry, 'requiredDocuments' | 'presentDocuments' | 'restrictions'>

/** Documents, those that are missing first, and controls that the goods are under. */
export const Papers = ({ requiredDocuments, presentDocuments, restrictions }: Props) => {
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
          <Icon name="check" />
          <span>{document}</span>
          <small>{t('customs.present')}</small>
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
