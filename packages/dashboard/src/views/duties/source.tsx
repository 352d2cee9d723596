import { formatCalendarDay } from '../../format/calendar-day.ts'
import { t } from '../../i18n/t.ts'

type Props = { rule: { source: string; sourceUrl: string | null; validFrom: string; version: number } }

/** Who says so and since when; in a window of its own where there is an address. */
export const Source = ({ rule: { source, sourceUrl, validFrom } }: Props) => (
  <span class="duties-source">
    {sourceUrl ? (
      <a href={sourceUrl} target="_blank" rel="noreferrer" dir="auto">
        {source}
      </a>
    ) : (
      <span dir="auto">{source}</span>
    )}{' '}
    <small>{t('duties.since', { day: formatCalendarDay(validFrom) })}</small>
  </span>
)
