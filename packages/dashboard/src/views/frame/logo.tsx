import { t } from '../../i18n/t.ts'

export const Logo = () => (
  <span class="logo">
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M9 7v15a3 3 0 0 0 3 3h11" />
      <circle cx="21" cy="13" r="4" />
    </svg>
    {t('app.name')}
  </span>
)
