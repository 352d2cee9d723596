import { formatDate } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'

export type ArrivalWindow = { p10: string; p50: string; p90: string }

/** From when the first part may come until the last one has, as the lines of an order say; nothing where nothing is to come. */
export const windowOf = (lines: { arrival: ArrivalWindow | null }[]): ArrivalWindow | undefined => {
  const windows = lines.flatMap(({ arrival }) => arrival ?? [])
  const by = (level: keyof ArrivalWindow) => windows.map((window) => window[level]).toSorted()
  const [p10, p50, p90] = [by('p10').at(0), by('p50').at(-1), by('p90').at(-1)]
  return p10 && p50 && p90 ? { p10, p50, p90 } : undefined
}

/** "12 Aug (10 Aug – 15 Aug)", or only the day where all of it is that day. */
export const sayWindow = ({ p10, p50, p90 }: ArrivalWindow, zone: string) => {
  const [low, day, high] = [p10, p50, p90].map((instant) => formatDate(Date.parse(instant), zone)) as [string, string, string]
  return low === high ? day : t('supply.window', { day, low, high })
}
