import type { SanctionsLists } from '@lading/shared/contract/sanctions'
import { useEffect } from 'preact/hooks'
import { partners } from '../../data/partner/partners.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'
import { useAnswer } from '../parts/use-answer.ts'

/** The lists that names are held against: whose they are, of which day, how long, and when they were imported. */
export const ListsHeld = () => {
  const { value, load } = useAnswer<SanctionsLists>('/v1/sanctions-lists')
  // The register is read anew after an import, and so are these.
  useEffect(load, [partners.list.value])
  const lists = value.value?.items
  if (!lists) return null
  return (
    <section class="lists-held" aria-labelledby="lists-held">
      <h3 id="lists-held">{t('sanctions.held')}</h3>
      {lists.length === 0 && <p class="section-note">{t('sanctions.none')}</p>}
      <ul>
        {lists.map(({ code, source, publishedOn, entries, importedAt }) => (
          <li key={code}>
            <strong>{code}</strong> {t('sanctions.of', { source, day: formatDay(publishedOn) })}
            <small>
              {t('sanctions.entries', { count: entries })} · {t('sanctions.imported')} <Time at={importedAt} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
