import type { Claim } from '@lading/shared/contract/claim'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { Time } from '../parts/time.tsx'

const icons = { ahead: 'kind-late', near: 'severity-warning', missed: 'severity-critical' } as const

/** Until when the next move is due, and whether that is near or missed: an icon and words, never a colour alone. */
export const Due = ({ claim: { dueAt, deadline }, focusable = true }: { claim: Claim; focusable?: boolean }) =>
  dueAt && deadline ? (
    <span class={`label claim-${deadline}`}>
      <Icon name={icons[deadline]} />
      <span class="label-text">
        {deadline === 'missed' && `${t('claims.missed')} `}
        <Time at={dueAt} focusable={focusable} />
      </span>
    </span>
  ) : (
    <span class="none">–</span>
  )

/** What it came to, or what it is about. */
export const amountOf = ({ claimed, agreed }: Claim) => {
  const shown = agreed ?? claimed
  return shown ? formatMoney(shown) : '–'
}
