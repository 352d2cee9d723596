import { riskKinds } from '@lading/shared/domain/risk'
import { useEffect } from 'preact/hooks'
import { followRisk, loadRisk } from '../../data/risk/risk.ts'
import { t } from '../../i18n/t.ts'
import { goRisk, type RiskView, riskAddress, riskUrl, riskViews } from '../../state/address/risk.ts'
import { countryEvents, countryIndices, riskGroups, riskLoad, risks, warningRules } from '../../state/risk.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { CountryEvents } from './country-events.tsx'
import { CountryIndices } from './country-indices.tsx'
import { GroupTable } from './group-table.tsx'
import { Reliability } from './reliability.tsx'
import { ShipmentTable } from './shipment-table.tsx'
import { Warnings } from './warnings.tsx'

/** What endangers the promises of all shipments under way, the worst first: one by one, by lane, warehouse or party. */
export const RiskScreen = () => {
  useEffect(followRisk, [])
  const { view, kind } = riskAddress.value
  return (
    <main class="scroll-screen accuracy risk-screen" id="risk" tabIndex={-1}>
      <div class="accuracy-bar">
        <h2 class="unseen">{t('risk.title')}</h2>
        <nav class="device-views" aria-label={t('risk.views')}>
          {riskViews.map((each) => (
            <ScreenLink key={each} href={riskUrl({ view: each })} current={view === each} onGo={() => goRisk({ view: each })}>
              {t(`risk-view.${each}`)}
            </ScreenLink>
          ))}
        </nav>
        {view === 'shipments' && (
          <select
            class="field risk-kind"
            aria-label={t('risk.kind')}
            value={kind ?? ''}
            onChange={({ currentTarget }) => goRisk({ kind: riskKinds.find((one) => one === currentTarget.value) })}
          >
            <option value="">{t('risk.every-kind')}</option>
            {riskKinds.map((one) => (
              <option key={one} value={one}>
                {t(`risk-kind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </div>
      <Shown />
    </main>
  )
}

const shownIn = (view: RiskView): { value: unknown[] } =>
  view === 'shipments' ? risks : view === 'events' ? countryEvents : view === 'warnings' ? warningRules : riskGroups

const Shown = () => {
  const { view } = riskAddress.value
  const { value: load } = riskLoad
  if (load.status === 'failed') return <FailureNote what={t('risk.failed')} failure={load.failure} onRetry={() => void loadRisk()} />
  const shown = shownIn(view).value
  if (load.status === 'loading' && shown.length === 0)
    return (
      <p class="note" role="status">
        {t('risk.loading')}
      </p>
    )
  if (view === 'warnings') return <Warnings />
  if (view === 'events')
    return (
      <>
        <CountryEvents events={countryEvents.value} />
        <CountryIndices indices={countryIndices.value} />
      </>
    )
  if (shown.length === 0)
    return (
      <p class="note" role="status">
        {t('risk.none')}
      </p>
    )
  if (view !== 'shipments') return <GroupTable groups={riskGroups.value} />
  return (
    <>
      <ShipmentTable risks={risks.value} />
      <Reliability />
    </>
  )
}
