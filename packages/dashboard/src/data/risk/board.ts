import { followAccuracyHistory } from '../../state/address/accuracy.ts'
import { followCurrenciesHistory } from '../../state/address/currencies.ts'
import { followCustomsHistory } from '../../state/address/customs.ts'
import { followDeviceHistory } from '../../state/address/devices.ts'
import { followDutiesHistory } from '../../state/address/duties.ts'
import { followHistory } from '../../state/address/live-map.ts'
import { followNetworkHistory } from '../../state/address/network.ts'
import { followPartnerHistory } from '../../state/address/partners.ts'
import { followRiskHistory } from '../../state/address/risk.ts'
import { followScreen } from '../../state/address/screen.ts'
import { followStockHistory } from '../../state/address/stock.ts'
import { startTicking } from '../../state/clock.ts'
import { followWallboard } from '../../state/wallboard.ts'
import { loadPeople } from '../account/people.ts'
import { openDefaultView } from '../account/saved-views.ts'
import { loadSettings } from '../account/settings.ts'
import { followFeed } from '../follow-feed.ts'
import { followAreas } from '../map/areas.ts'
import { followLand } from '../map/land.ts'
import { loadLocations } from '../map/locations.ts'
import { followExposure } from '../money/currencies.ts'
import { followDueClaims } from '../shipment/claims.ts'
import { followSelection } from '../shipment/detail.ts'
import { followSearch } from '../shipment/follow-search.ts'
import { loadList } from '../shipment/list.ts'
import { followStockRisk } from '../stock/risk.ts'

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
