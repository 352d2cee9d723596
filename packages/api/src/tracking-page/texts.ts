import { chooseLanguage, wantedOf } from '@lading/i18n/choose-language'
import { type TrackingTexts, trackingTexts } from '@lading/i18n/tracking-texts'

export type Texts = TrackingTexts

// Browsers say one of a few hundred things, and almost all of them something short.
const most = 1_000
const longest = 200
const chosen = new Map<string, Texts>()

/** What a reader asks for by hand goes before what the browser prefers (RFC 9110, 12.5.4). */
export const chooseTexts = (acceptLanguage: string | undefined, byHand?: string): Texts => {
  const wish = `${byHand ?? ''} ${acceptLanguage ?? ''}`
  const known = chosen.get(wish)
  if (known) return known
  const texts = trackingTexts(chooseLanguage(wantedOf(acceptLanguage), byHand))
  if (chosen.size >= most) chosen.clear()
  if (wish.length <= longest) chosen.set(wish, texts)
  return texts
}
