import type { PartnerDocument } from '@lading/shared/contract/partner-document'
import type { ComponentChildren } from 'preact'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

type Props = { document: PartnerDocument; about?: ComponentChildren; children?: ComponentChildren }

/** A document: what it is, until when it is good, and what can be done about it. */
export const DocumentLine = ({ document: { kind, number, validUntil }, about, children }: Props) => (
  <li>
    <Icon name="customs-lodged" />
    <span>
      {t(`partner-document.${kind}`)} {number && <small>{number}</small>}
      {about}
    </span>
    <span class="partner-document-end">
      {validUntil ? t('partners.until', { day: formatDay(validUntil) }) : t('partners.lasts')}
      {children}
    </span>
  </li>
)
