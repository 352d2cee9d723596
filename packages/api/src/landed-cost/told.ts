import { ratesOn } from '@lading/store/postgres/exchange-rate/rates-on'
import type { Database } from '@lading/store/postgres/open'
import { toldVersions } from '@lading/store/postgres/told-version/read'
import { rulesOfPrefixes } from '@lading/store/postgres/trade-rule/rules-of-prefixes'
import { createKnownRates } from './known-rates.ts'
import { createKnownRules } from './known-rules.ts'
import { createToldVersions } from './told-versions.ts'

/** Rules and rates as they were told, kept in memory as long as nobody tells others. */
export const createTold = ({ db, sql }: Database) => {
  const versions = createToldVersions(() => toldVersions(sql))
  return {
    rulesFor: createKnownRules({ load: (wanted) => rulesOfPrefixes(sql, wanted), versions }),
    ratesOn: createKnownRates({ load: (day) => ratesOn(db, day), versions }),
    doubt: versions.doubt,
  }
}

export type Told = ReturnType<typeof createTold>
