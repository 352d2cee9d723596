import { t } from '../../i18n/t.ts'
import { isMe, people } from '../../state/people.ts'

/** A colleague's name; "you" for whoever reads it. */
export const personName = (id: string | null) => {
  if (id === null) return t('person.gone')
  return isMe(id) ? t('person.you') : (people.value.get(id)?.name ?? t('person.somebody'))
}
