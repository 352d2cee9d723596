import { formatExact } from '../../format/exact.ts'
import { formatRelative } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'

type Props = {
  at: string
  /** Zone and name of the place it happens at; without one the reader's own time is meant. */
  place?: { zone: string; name: string }
  /** How it is written; relative to platform time where missing. */
  text?: string
  /** Rows of a list are no stops of the tab key. */
  focusable?: boolean
}

/** The exact local time with its zone, and whose it is. */
export const exactTime = (at: string, place?: Props['place']) =>
  `${formatExact(Date.parse(at), place?.zone)} · ${place ? t('time.local-at', { place: place.name }) : t('time.your-time')}`

/** A time people understand at once; pointing at it or focusing it shows the exact one. */
export const Time = ({ at, place, text, focusable = true }: Props) => (
  <time dateTime={at} data-exact={exactTime(at, place)} tabIndex={focusable ? 0 : undefined}>
    {text ?? formatRelative(Date.parse(at), nowMs.value)}
  </time>
)
