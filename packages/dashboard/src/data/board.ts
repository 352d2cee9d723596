import { followAccuracyHistory } from '../state/accuracy-address.ts'
import { followHistory } from '../state/address.ts'
import { startTicking } from '../state/clock.ts'
import { followCurrenciesHistory } from '../state/currencies-address.ts'
import { followCustomsHistory } from '../state/customs-address.ts'
import { followDeviceHistory } from '../state/device-address.ts'
import { followDutiesHistory } from '../state/duties-address.ts'
import { followNetworkHistory } from '../state/network-address.ts'
import { followPartnerHistory } from '../state/partner-address.ts'
import { followRiskHistory } from '../state/risk-address.ts'
import { followScreen } from '../state/screen.ts'
import { followStockHistory } from '../state/stock-address.ts'
import { followWallboard } from '../state/wallboard.ts'
import { followAreas } from './areas.ts'
import { followDueClaims } from './claims.ts'
import { followExposure } from './currencies.ts'
import { followSelection } from './detail.ts'
import { followFeed } from './follow-feed.ts'
import { followSearch } from './follow-search.ts'
import { followLand } from './land.ts'
import { loadList } from './list.ts'
import { loadLocations } from './locations.ts'
import { loadPeople } from './people.ts'
import { openDefaultView } from './saved-views.ts'
import { loadSettings } from './settings.ts'
import { followStockRisk } from './stock-risk.ts'

/** Everything that keeps the board's state true while someone looks at it. Returns how to stop. */
export const startBoard = () => {
  void loadSettings()
  void loadList()
  void loadLocations()
  void loadPeople()
  void openDefaultView()
  const stops = [
    startTicking(),
    followHistory(),
    followDeviceHistory(),
    followAccuracyHistory(),
    followCustomsHistory(),
    followDutiesHistory(),
    followNetworkHistory(),
    followCurrenciesHistory(),
    followPartnerHistory(),
    followRiskHistory(),
    followScreen(),
    followStockHistory(),
    followWallboard(),
    followLand(),
    followFeed(),
    followSearch(),
    followSelection(),
    followStockRisk(),
    followExposure(),
    followDueClaims(),
    followAreas(),
  ]
  return () => {
    for (const stop of stops.reverse()) stop()
  }
}
