import { languages } from '@lading/i18n/languages'
import { changeLanguage } from '../../i18n/choice.ts'
import { spoken } from '../../i18n/spoken.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** Every language by its own name, so that whoever cannot read this one finds theirs. */
export const LanguageMenu = () => (
  <span class="language-menu" data-exact={t('language.choose')}>
    <Icon name="language" />
    <select
      aria-label={t('language.choose')}
      value={spoken().code}
      onChange={({ currentTarget }) => changeLanguage(languages[currentTarget.selectedIndex]?.code ?? 'en')}
    >
      {languages.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </span>
)
