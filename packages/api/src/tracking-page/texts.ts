import { chooseLanguage, wantedOf } from '@lading/i18n/choose-language'
import { type TrackingTexts, trackingTexts } from '@lading/i18n/tracking-texts'

export type Texts = TrackingTexts

/** What a reader asks for by hand goes before what the browser prefers (RFC 9110, 12.5.4). */
export const chooseTexts = (acceptLanguage: string | undefined, byHand?: string): Texts =>
  trackingTexts(chooseLanguage(wantedOf(acceptLanguage), byHand))
