import type { Clock } from '@lading/shared/clock'
import { readEcbXml } from '@lading/shared/money/read-ecb-xml'
import { putRates } from '@lading/store/postgres/exchange-rate/put'
import type { Db } from '@lading/store/postgres/open'
import { fetchText } from '../fetch-text.ts'

type Deps = {
  db: Db
  /** Of a file in the format of the European Central Bank. */
  url: string
  clock: Clock
  /** Aborted when the process ends: the next run fetches it again. */
  stopping: AbortSignal
  onFetched: (fetched: { source: string; rates: number; imported: number }) => void
}

/** All rates since 1999 are some eight megabytes; what is larger is something else. */
const mostBytes = 24_000_000

/** Fetches published rates and keeps them, all or none. Fetched twice they are there once. Throws where they cannot be had or read. */
export const createExchangeRatesJob =
  ({ db, url, clock, stopping, onFetched }: Deps) =>
  async () => {
    const text = await fetchText(url, { what: 'exchange rates', mostBytes, stopping })
    const { rates, mistakes } = readEcbXml(text, clock.now())
    const [mistake] = mistakes
    if (mistake) throw new Error(`the exchange rates are not valid, ${mistake.path}: ${mistake.message}`)
    const { hostname } = new URL(url)
    const source = hostname.endsWith('.ecb.europa.eu') ? 'ECB' : hostname
    onFetched({ source, rates: rates.length, imported: await putRates(db, rates, source, clock.now()) })
  }
