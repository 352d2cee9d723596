import type { NewTradeRule } from '@lading/shared/contract/trade-rule'
import type { Charge, DutyMeasure, TradeTerms } from '@lading/shared/domain/trade-rule'

/**
 * A small set of rules so that a demonstration can quote: a few territories and the goods of the simulated world. An example and nothing
 * else: rates are those of one tariff line each, shortened to six digits, with where to look them up; most lines of a tariff are missing.
 */
const rule = (
  key: string,
  destination: string,
  terms: TradeTerms,
  source: string,
  validFrom: string,
  more: Partial<NewTradeRule> = {},
) => ({
  ...{ key, destination, terms, source, validFrom, isExample: true },
  ...more,
})

const taric = 'Example after the EU TARIC, shortened to six digits: look it up before use'
const ukTariff = 'Example after the UK Integrated Online Tariff, shortened to six digits: look it up before use'
const hts =
  'Example after the Harmonized Tariff Schedule of the United States (general rate), shortened to six digits: look it up before use'
const links = {
  EU: 'https://taxation-customs.ec.europa.eu/customs-4/calculation-customs-duties/customs-tariff/eu-customs-tariff-taric_en',
  GB: 'https://www.trade-tariff.service.gov.uk/',
  US: 'https://hts.usitc.gov/',
} as const

const dutiesOf = (destination: keyof typeof links, source: string, percents: Record<string, string>) =>
  Object.entries(percents).map(([hsPrefix, percent]) =>
    rule(
      `${destination.toLowerCase()}-duty-${hsPrefix}`,
      destination,
      { kind: 'duty', measure: 'third-country', programme: '', charge: { percent } },
      source,
      '2021-01-01',
      { hsPrefix, sourceUrl: links[destination] },
    ),
  )

const duty = (measure: DutyMeasure, programme: string, charge: Charge): TradeTerms => ({ kind: 'duty', measure, programme, charge })

const vat = (country: string, percent: string, source: string, validFrom: string, more: Partial<NewTradeRule> = {}) =>
  rule(
    `${country.toLowerCase()}-vat${more.hsPrefix ? `-${more.hsPrefix}` : ''}`,
    country,
    { kind: 'tax', name: 'VAT', percent, on: ['freight', 'duty', 'excise'] },
    source,
    validFrom,
    more,
  )

const union: NewTradeRule[] = [
  rule(
    'eu-valuation',
    'EU',
    { kind: 'valuation', basis: 'cif', currency: 'EUR' },
    'Regulation (EU) 952/2013, articles 70 and 71',
    '2016-05-01',
  ),
  rule(
    'eu-relief-duty',
    'EU',
    { kind: 'de-minimis', of: 'duty', upTo: '150', currency: 'EUR', value: 'goods', exceptHs: ['22', '24', '3303'] },
    'Regulation (EC) 1186/2009, articles 23 and 24',
    '2010-01-01',
  ),
  rule(
    'eu-relief-duty',
    'EU',
    {
      ...{ kind: 'de-minimis', of: 'duty', upTo: '149.99', currency: 'EUR', value: 'goods', exceptHs: ['22', '24', '3303'] },
      instead: { perSubheading: '3', currency: 'EUR' },
    },
    'Council of the EU, press release of 11 February 2026 on items in small parcels',
    '2026-07-01',
    { validTo: '2028-06-30' },
  ),
  ...dutiesOf('EU', taric, {
    ...{ '851762': '0', '732393': '3.2', '950300': '0', '611020': '12', '640411': '16.9', '848120': '2.2', '848210': '8' },
    ...{ '850152': '2.7', '870830': '4.5', '851220': '2.7', '871200': '14', '330499': '0', '900410': '2.9', '490199': '0' },
    ...{ '851671': '2.7', '060311': '8.5', '030214': '2', '300241': '0', '090121': '7.5' },
  }),
  rule(
    'eu-anti-dumping-bicycles-cn',
    'EU',
    duty('additional', 'Anti-dumping duty on bicycles', { percent: '48.5' }),
    'Implementing Regulation (EU) 2019/1379',
    '2019-08-30',
    { hsPrefix: '871200', origins: ['CN'] },
  ),
  rule(
    'eu-preference-gb',
    'EU',
    duty('preference', 'EU–UK Trade and Cooperation Agreement', { percent: '0' }),
    'OJ L 149, 30.4.2021',
    '2021-01-01',
    {
      origins: ['GB'],
    },
  ),
  rule(
    'eu-preference-ke',
    'EU',
    duty('preference', 'EU–Kenya Economic Partnership Agreement', { percent: '0' }),
    'OJ L, 2024/1648',
    '2024-07-01',
    {
      origins: ['KE'],
    },
  ),
  rule(
    'eu-document-electrical',
    'EU',
    { kind: 'document', document: 'EU declaration of conformity', toDo: 'Ask the maker for it, and for the CE marking on the goods.' },
    'Directives 2014/35/EU and 2014/30/EU',
    '2016-04-20',
    { hsPrefix: '85' },
  ),
  rule(
    'eu-document-toys',
    'EU',
    {
      kind: 'document',
      document: 'EU declaration of conformity for toys',
      toDo: 'Ask the maker for it, and for the CE marking on the goods.',
    },
    'Directive 2009/48/EC',
    '2011-07-20',
    { hsPrefix: '9503' },
  ),
  rule(
    'eu-restriction-animal',
    'EU',
    {
      kind: 'restriction',
      what: 'Food of animal origin is checked at a border control post',
      toDo: 'Tell the border control post in TRACES before arrival (CHED-P), with the health certificate.',
    },
    'Regulation (EU) 2017/625',
    '2019-12-14',
    { hsPrefix: '02' },
  ),
  rule(
    'eu-prohibition-cfc',
    'EU',
    { kind: 'prohibition', what: 'Substances that deplete the ozone layer may not be imported', toDo: 'Do not send them.' },
    'Regulation (EU) 2024/590',
    '2024-03-11',
    { hsPrefix: '290377' },
  ),
  rule(
    'de-coffee-tax',
    'DE',
    { kind: 'excise', name: 'Coffee tax', charge: { perKg: '2.19', currency: 'EUR' } },
    'Kaffeesteuergesetz, § 2',
    '2010-04-01',
    { hsPrefix: '090121' },
  ),
  vat('DE', '19', 'Umsatzsteuergesetz, § 12', '2021-01-01'),
  vat('DE', '7', 'Umsatzsteuergesetz, § 12 and annex 2', '2021-01-01', { hsPrefix: '4901' }),
  vat('FR', '20', 'Code général des impôts, article 278', '2014-01-01'),
  vat('NL', '21', 'Wet op de omzetbelasting 1968, article 9', '2012-10-01'),
  vat('BE', '21', 'Code de la TVA, arrêté royal n° 20', '1996-01-01'),
  vat('IT', '22', 'DPR 633/1972, article 16', '2013-10-01'),
  vat('ES', '21', 'Ley 37/1992, article 90', '2012-09-01'),
  vat('PL', '23', 'Ustawa o podatku od towarów i usług, articles 41 and 146', '2011-01-01'),
  vat('SE', '25', 'Mervärdesskattelag, chapter 9', '1990-07-01'),
]

const kingdom: NewTradeRule[] = [
  rule(
    'gb-valuation',
    'GB',
    { kind: 'valuation', basis: 'cif', currency: 'GBP' },
    'Taxation (Cross-border Trade) Act 2018, section 16',
    '2021-01-01',
  ),
  rule(
    'gb-relief-duty',
    'GB',
    { kind: 'de-minimis', of: 'duty', upTo: '135', currency: 'GBP', value: 'goods', exceptHs: ['22', '24', '3303'] },
    'GOV.UK, tax and customs for goods sent from abroad',
    '2021-01-01',
    { sourceUrl: 'https://www.gov.uk/goods-sent-from-abroad/tax-and-duty' },
  ),
  ...dutiesOf('GB', ukTariff, {
    '851762': '0',
    '611020': '12',
    '640411': '16',
    '871200': '14',
    '490199': '0',
    '330499': '0',
    '660191': '4',
  }),
  rule(
    'gb-preference-eu',
    'GB',
    duty('preference', 'EU–UK Trade and Cooperation Agreement', { percent: '0' }),
    'OJ L 149, 30.4.2021',
    '2021-01-01',
    {
      origins: ['EU'],
    },
  ),
  vat('GB', '20', 'Value Added Tax Act 1994, section 2', '2011-01-04'),
  vat('GB', '0', 'Value Added Tax Act 1994, schedule 8', '2011-01-04', { hsPrefix: '4901' }),
]

const userFee = 'Merchandise processing fee'
const states: NewTradeRule[] = [
  rule('us-valuation', 'US', { kind: 'valuation', basis: 'fob', currency: 'USD' }, '19 U.S.C. 1401a', '1980-07-01'),
  rule(
    'us-relief-duty',
    'US',
    { kind: 'de-minimis', of: 'duty', upTo: '800', currency: 'USD', value: 'goods', exceptHs: ['22', '24'] },
    '19 U.S.C. 1321(a)(2)(C), suspended by Executive Order 14324',
    '2016-03-10',
    { validTo: '2025-08-28', sourceUrl: 'https://www.govinfo.gov/content/pkg/FR-2025-08-05/html/2025-14897.htm' },
  ),
  ...dutiesOf('US', hts, { '611020': '16.5', '610910': '16.5', '851762': '0', '490199': '0', '950300': '0' }),
  rule(
    'us-tax',
    'US',
    { kind: 'tax', name: 'No federal VAT', percent: '0', on: [] },
    'There is no such tax in the United States',
    '1900-01-01',
  ),
  ...(
    [
      ['2024-10-01', '32.71', '634.62', 'CBP, CSMS 61572319'],
      ['2025-10-01', '33.58', '651.50', 'CBP, CSMS 65741993'],
    ] as const
  ).map(([from, minimum, maximum, source]) =>
    rule(
      'us-processing-fee',
      'US',
      { kind: 'fee', name: userFee, fromValue: '2500', charge: { percent: '0.3464', minimum, maximum, currency: 'USD' } },
      source,
      from,
    ),
  ),
  rule(
    'us-harbor-fee',
    'US',
    { kind: 'fee', name: 'Harbor maintenance fee', modes: ['sea'], charge: { percent: '0.125' } },
    '26 U.S.C. 4461',
    '1991-01-01',
  ),
]

export const exampleRules: NewTradeRule[] = [...union, ...kingdom, ...states]

/** A change that is still to come, so that its touching shipments under way can be looked at. Made up. */
export const exampleChange = (nowMs: number): NewTradeRule => ({
  ...rule(
    'eu-duty-640411',
    'EU',
    duty('third-country', '', { percent: '18.5' }),
    'Made up for the demonstration: nobody has decided this',
    new Date(nowMs + 12 * 86_400_000).toISOString().slice(0, 10),
    { hsPrefix: '640411' },
  ),
})
