import { languageOf } from '@lading/i18n/languages'
import { readerLanguage } from './i18n/choice.ts'
import { loadTexts } from './i18n/load.ts'
import { speak } from './i18n/spoken.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/header.css'
import './styles/screen-nav.css'
import './styles/panes.css'
import './styles/list.css'
import './styles/queue.css'
import './styles/map.css'
import './styles/areas.css'
import './styles/wallboard.css'
import './styles/detail.css'
import './styles/charts.css'
import './styles/accounts.css'
import './styles/devices.css'
import './styles/accuracy.css'
import './styles/stock.css'
import './styles/rows.css'
import './styles/merchants.css'
import './styles/supply.css'
import './styles/customs.css'
import './styles/network.css'
import './styles/currencies.css'
import './styles/payments.css'
import './styles/partners.css'
import './styles/claims.css'
import './styles/risk.css'
import './styles/duties.css'
import './styles/stacked.css'
import './styles/portal.css'
import './styles/dialog.css'
import './styles/sign-in.css'

/** First the language, then everything that speaks it. The page's head has the browser fetch both at once. */
const { code, locale } = readerLanguage()
document.documentElement.lang = locale
document.documentElement.dir = languageOf(code).direction
// A promise rather than a top-level await: the rest imports modules of this file's chunk and would wait for it for ever.
void loadTexts(code).then((texts) => {
  speak({ code, locale, ...texts })
  return import('./start.tsx')
})
