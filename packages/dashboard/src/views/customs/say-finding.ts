import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import { countryName } from '../../format/country.ts'
import { formatDayOfYear } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { remedies } from './remedies.ts'

type Said = Pick<DeclarationFinding, 'code' | 'facts'>

/** What is wrong. */
export const sayFinding = ({ code, facts }: Said): string =>
  t(`check.${code}`, {
    ...facts,
    ...(facts.country && { country: countryName(String(facts.country)) }),
    ...(facts.imports && { imports: countryName(String(facts.imports)) }),
    ...(facts.expiresOn && { day: formatDayOfYear(Date.parse(String(facts.expiresOn)), 'UTC') }),
  })

/** What to do about it: in the words of the rule, where it has some. */
export const sayRemedy = ({ code, facts }: Said): string =>
  facts.toDo ? String(facts.toDo) : t(`check-do.${remedies[code]}`, { heading: facts.heading ?? '' })

/** Who says so: our own sources have words in every language, others have their names. */
export const saySource = ({ code, source: { name } }: Pick<DeclarationFinding, 'code' | 'source'>, isRule: boolean): string => {
  if (code === 'hs-implausible' || code === 'value-unusual' || code === 'weight-unusual') return t('declaration-check.declared-before')
  if ((code === 'document-missing' || code === 'document-expires') && !isRule) return t('declaration-check.papers')
  return name
}
