import { t } from '../../i18n/t.ts'
import { type DutiesView, dutiesAddress, dutiesUrl, dutiesViews, goDuties } from '../../state/address/duties.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { QuoteView } from './quote-view.tsx'
import { RulesView } from './rules-view.tsx'

const views: Record<DutiesView, () => preact.JSX.Element> = { quote: () => <QuoteView />, rules: () => <RulesView /> }

/** What goods cost where they go, and the rules that it follows from. */
export const DutiesScreen = () => (
  <main class="devices" id="duties" tabIndex={-1}>
    <section class="devices-main" aria-labelledby="duties-title">
      <h2 id="duties-title" class="unseen">
        {t('screen.duties')}
      </h2>
      <div class="devices-bar">
        <nav class="device-views" aria-label={t('duties-view.nav')}>
          {dutiesViews.map((view) => (
            <ScreenLink key={view} href={dutiesUrl({ view })} current={dutiesAddress.value.view === view} onGo={() => goDuties({ view })}>
              {t(`duties-view.${view}`)}
            </ScreenLink>
          ))}
        </nav>
        <p class="duties-advice">{t('duties.no-advice')}</p>
      </div>
      {views[dutiesAddress.value.view]()}
    </section>
  </main>
)
