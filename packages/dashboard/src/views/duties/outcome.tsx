import type { TradeRuleOutcome } from '@lading/shared/contract/trade-rule'
import { formatCalendarDay } from '../../format/calendar-day.ts'
import { t } from '../../i18n/t.ts'
import { address, go, writeAddress } from '../../state/address/live-map.ts'
import { pane } from '../../state/pane.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { sayTerms } from './say-terms.ts'

/** As many as fit beneath a form. */
const most = 6

/** What would come of telling rules: versions that begin and end, and shipments under way that they touch. */
export const Outcome = ({ outcome: { added, ended, unchanged, touched } }: { outcome: TradeRuleOutcome }) => (
  <section class="rules-outcome" aria-label={t('rules.preview')}>
    <p>{t('rules.outcome', { added: added.length, ended: ended.length, unchanged })}</p>
    <ul>
      {added.slice(0, most).map((rule) => (
        <li key={rule.id}>
          <strong>{rule.key}</strong> {sayTerms(rule.terms)} <small>{t('duties.since', { day: formatCalendarDay(rule.validFrom) })}</small>
        </li>
      ))}
      {ended.slice(0, most).map((rule) => (
        <li key={rule.id}>
          <strong>{rule.key}</strong> <s>{sayTerms(rule.terms)}</s>{' '}
          <small>
            {rule.validTo && rule.validTo >= rule.validFrom
              ? t('rules.until', { day: formatCalendarDay(rule.validTo) })
              : t('rules.withdrawn')}
          </small>
        </li>
      ))}
    </ul>
    <p>{t('rules.touched', { count: touched.shipments })}</p>
    <ul class="rules-touched">
      {touched.items.slice(0, most * 2).map(({ id, trackingNumber }) => (
        <li key={id}>
          <ScreenLink href={`/${writeAddress({ ...address.value, selectedId: id })}`} onGo={() => open(id)}>
            {trackingNumber}
          </ScreenLink>
        </li>
      ))}
    </ul>
  </section>
)

const open = (selectedId: string) => {
  pane.value = 'detail'
  go({ selectedId })
}
