import { signOut } from '../../data/server/session.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { showHelp } from '../../keyboard/help.ts'
import { clockSpeed, nowMs } from '../../state/clock.ts'
import { alertsByState } from '../../state/queue/alerts.ts'
import { session } from '../../state/server/session.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { MerchantsButton } from '../merchants/merchants-button.tsx'
import { ConnectionState } from './connection-state.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { Logo } from './logo.tsx'
import { NotifyMenu } from './notify-menu.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export const Header = () => (
  <header class="header">
    <h1 class="header-title">
      <Logo />
    </h1>
    <Counts />
    <span class="header-space" />
    <SimulatedTime />
    <ConnectionState />
    <NotifyMenu />
    <MerchantsButton />
    <HelpButton />
    <LanguageMenu />
    <ThemeSwitch />
    <span class="header-name">{session.value?.name}</span>
    <button type="button" class="button button-quiet" data-exact={session.value?.email} onClick={() => void signOut()}>
      <Icon name="sign-out" />
      <span class="header-sign-out">{t('sign-out')}</span>
    </button>
  </header>
)

const Counts = () => {
  const atRisk = new Set(alertsByState.value.open.map(({ shipmentId }) => shipmentId)).size
  return (
    <p class="header-counts">
      {t('header.shipments', { count: shipments.value.size })}
      <span aria-hidden="true"> · </span>
      {atRisk > 0 ? t('header.at-risk', { count: atRisk }) : t('header.all-well')}
    </p>
  )
}

const HelpButton = () => (
  <button
    type="button"
    class="button button-quiet button-icon header-help"
    aria-label={t('keys.title')}
    data-exact={t('keys.title')}
    onClick={showHelp}
  >
    <Icon name="keyboard" />
  </button>
)

const SimulatedTime = () =>
  clockSpeed.value === 1 ? null : (
    <p class="chip" data-exact={t('header.simulated-about', { speed: clockSpeed.value })}>
      <span class="chip-long">{t('header.simulated', { speed: clockSpeed.value })}</span>
      <span class="chip-short">{t('header.simulated-short', { speed: clockSpeed.value })}</span>
      <time dateTime={new Date(nowMs.value).toISOString()}>{formatDateTime(nowMs.value, viewerZone)}</time>
    </p>
  )
