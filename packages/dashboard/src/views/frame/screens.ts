import { accuracyUrl, goAccuracy } from '../../state/address/accuracy.ts'
import { currenciesUrl, goCurrencies } from '../../state/address/currencies.ts'
import { customsUrl, goCustoms } from '../../state/address/customs.ts'
import { deviceUrl, goDevices } from '../../state/address/devices.ts'
import { dutiesUrl, goDuties } from '../../state/address/duties.ts'
import { address, go, writeAddress } from '../../state/address/live-map.ts'
import { goNetwork, networkUrl } from '../../state/address/network.ts'
import { goPartners, partnersUrl } from '../../state/address/partners.ts'
import { goRisk, riskUrl } from '../../state/address/risk.ts'
import type { Screen } from '../../state/address/screen.ts'
import { goStock, stockUrl } from '../../state/address/stock.ts'

/** Where each screen is, as it was left, and how to get there. */
export const doors: Record<Screen, { href: () => string; onGo: () => void }> = {
  map: { href: () => `/${writeAddress(address.value)}`, onGo: () => go({}) },
  devices: { href: deviceUrl, onGo: () => goDevices() },
  customs: { href: customsUrl, onGo: () => goCustoms() },
  duties: { href: () => dutiesUrl(), onGo: () => goDuties() },
  stock: { href: stockUrl, onGo: () => goStock() },
  network: { href: networkUrl, onGo: () => goNetwork() },
  partners: { href: partnersUrl, onGo: () => goPartners() },
  risk: { href: riskUrl, onGo: () => goRisk() },
  currencies: { href: () => currenciesUrl(), onGo: () => goCurrencies() },
  accuracy: { href: accuracyUrl, onGo: () => goAccuracy() },
}

export const screenIcons = {
  map: 'map',
  devices: 'device',
  customs: 'customs',
  duties: 'duties',
  stock: 'stock',
  network: 'network',
  partners: 'partners',
  risk: 'risk',
  currencies: 'currency',
  accuracy: 'accuracy',
} as const
