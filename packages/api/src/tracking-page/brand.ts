import type { Merchant } from '@lading/shared/contract/merchant'
import { inkOn } from '@lading/shared/domain/contrast'

/** All that recipients see of a merchant. */
export type Brand = {
  name: string
  /** Of a style sheet with its colours. */
  styleUrl: string | null
  logo: { url: string; width: number; height: number } | null
  supportUrl: string | null
  privacyUrl: string | null
}

type Accent = NonNullable<Merchant['accent']>

export const brandShown = ({ code, name, accent, logo, supportUrl, privacyUrl }: Merchant): Brand => ({
  name,
  styleUrl: accent && `/brands/${code}/style.css?v=${styleVersion(accent)}`,
  logo,
  supportUrl,
  privacyUrl,
})

/** Part of its address, so that it may be kept for ever. */
export const styleVersion = ({ light, dark }: Accent) => `${light.slice(1)}-${dark.slice(1)}`

/** The dashboard's tokens that a merchant's colours stand in for; after these in the page, so that they count. */
export const brandStyle = ({ light, dark }: Accent) =>
  `:root{--accent:light-dark(${light},${dark});--accent-ink:light-dark(${inkOn(light)},${inkOn(dark)})}\n`
