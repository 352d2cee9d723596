import type { DemandReason, DemandReasonCode } from '@lading/shared/domain/demand'

type Values = DemandReason['values']

const bases: Record<string, string> = {
  history: 'the mean of all history',
  recent: 'recent demand',
  both: 'recent demand and the mean of all history',
}

const lost = ({ share, cases }: Values) => `in ${cases} tests on the past the forecast was ${Math.round(100 * Number(share))} % further off`

const sentences: Record<DemandReasonCode, (values: Values) => string> = {
  method: ({ method, share }) => `rests on ${String(method).replaceAll('-', ' ')} (${Math.round(100 * Number(share))} %)`,
  season: ({ periods }) => `follows a season of ${periods} periods`,
  'no-season': () => 'shows no season',
  window: ({ periods }) => `looks at the last ${periods} periods`,
  'drivers-apart': () => 'known drivers are taken out of history and put back over the horizon',
  analogues: () => 'rests on what was sold in periods with the same promotions or other known drivers, late ones above all',
  'level-of-now': () => 'brought to the level of now',
  'level-as-it-was': () => 'taken as it was',
  counted: ({ perPeriod, basis }) => `about ${perPeriod} a period, from ${bases[String(basis)] ?? basis}`,
  'never-asked-for': () => 'nothing was ever asked for',
  'naive-all': (values) => `the weeks before are used: ${lost(values)} for all products together`,
  'naive-product': (values) => `the weeks before are used: ${lost(values)} for this product`,
  'naive-warehouse': (values) => `the weeks before are used: ${lost(values)} for this warehouse`,
  'naive-item': (values) => `the weeks before are used: ${lost(values)} for this product here`,
}

/** A reason in plain English, for whoever reads the api without words of their own. */
export const sayReason = ({ code, values }: DemandReason): string => sentences[code]?.(values) ?? code
