import { signal } from '@preact/signals'

/** What staff look at; each screen has a path of its own and keeps the rest of its state in the query. */
export const screens = ['map', 'devices', 'customs', 'duties', 'stock', 'partners', 'network', 'risk', 'currencies', 'accuracy'] as const
export type Screen = (typeof screens)[number]

export const pathOf: Record<Screen, string> = {
  map: '/',
  devices: '/devices',
  customs: '/customs',
  duties: '/duties',
  stock: '/stock',
  partners: '/partners',
  network: '/network',
  risk: '/risk',
  currencies: '/currencies',
  accuracy: '/accuracy',
}

export const screenOf = (pathname: string): Screen => screens.find((screen) => pathOf[screen] === pathname) ?? 'map'

export const screen = signal<Screen>(screenOf(globalThis.location?.pathname ?? '/'))

/** Follows the back and forward buttons; returns how to stop. */
export const followScreen = () => {
  const follow = () => {
    screen.value = screenOf(location.pathname)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
