import type { PartnerProfile } from '@lading/shared/contract/partner-portal'
import { useEffect } from 'preact/hooks'
import { loadSettings } from '../../data/account/settings.ts'
import { signOut } from '../../data/server/session.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { followPortalHistory, goPortal, pagesFor, portalPage, portalUrl } from '../../state/address/portal.ts'
import { startTicking } from '../../state/clock.ts'
import { session } from '../../state/server/session.ts'
import { LanguageMenu } from '../frame/language-menu.tsx'
import { Logo } from '../frame/logo.tsx'
import { OfflineNote } from '../frame/offline-note.tsx'
import { ThemeSwitch } from '../frame/theme-switch.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { Demand } from './demand.tsx'
import { Orders } from './orders.tsx'
import { Overview } from './overview.tsx'
import { OwnScore } from './own-score.tsx'
import { Shipments } from './shipments.tsx'

/** What somebody of a partner sees: a few pages about what the partner takes part in, and nothing of the rest. */
export const Portal = () => {
  const profile = useAnswer<PartnerProfile>('/v1/partner')
  useEffect(() => {
    void loadSettings()
    const stops = [startTicking(), followPortalHistory()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const pages = pagesFor(profile.value.value?.roles ?? [])
  const page = pages.find((one) => one === portalPage.value) ?? 'overview'
  return (
    <div class="portal">
      <a class="skip" href="#portal">
        {t('portal.skip')}
      </a>
      <header class="portal-header">
        <h1>
          <Logo />
          <span class="portal-firm">{profile.value.value?.name}</span>
        </h1>
        <span class="portal-tools">
          <LanguageMenu />
          <ThemeSwitch />
          <button type="button" class="button button-quiet" data-exact={session.value?.email} onClick={() => void signOut()}>
            <Icon name="sign-out" />
            <span>{t('sign-out')}</span>
          </button>
        </span>
      </header>
      <OfflineNote />
      <nav class="portal-nav" aria-label={t('portal.navigation')}>
        {pages.map((one) => (
          <ScreenLink key={one} href={portalUrl(one)} current={one === page} onGo={() => goPortal(one)}>
            {t(`portal.page.${one}`)}
          </ScreenLink>
        ))}
      </nav>
      <main id="portal" tabIndex={-1}>
        {page === 'overview' && <Overview answer={profile} />}
        {page === 'orders' && <Orders />}
        {page === 'demand' && <Demand />}
        {page === 'shipments' && <Shipments />}
        {page === 'score' && <OwnScore />}
      </main>
    </div>
  )
}
