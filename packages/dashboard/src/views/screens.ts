import { accuracyUrl, goAccuracy } from '../state/accuracy-address.ts'
import { address, go, writeAddress } from '../state/address.ts'
import { currenciesUrl, goCurrencies } from '../state/currencies-address.ts'
import { customsUrl, goCustoms } from '../state/customs-address.ts'
import { deviceUrl, goDevices } from '../state/device-address.ts'
import { dutiesUrl, goDuties } from '../state/duties-address.ts'
import { goNetwork, networkUrl } from '../state/network-address.ts'
import { goPartners, partnersUrl } from '../state/partner-address.ts'
import { goRisk, riskUrl } from '../state/risk-address.ts'
import type { Screen } from '../state/screen.ts'
import { goStock, stockUrl } from '../state/stock-address.ts'

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
