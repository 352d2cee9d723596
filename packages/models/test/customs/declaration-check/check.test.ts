import { checkDeclaration } from '@lading/models/customs/declaration-check/check'
import type { Knowledge } from '@lading/models/customs/declaration-check/declaration'
import type { Declaration, DeclaredBefore, UsualValue } from '@lading/shared/domain/declaration-check'
import type { TradeRule, TradeTerms } from '@lading/shared/domain/trade-rule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-05-04T08:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

const line = {
  ...{ description: 'Desk lamp, LED, steel', hsCode: '940521', quantity: 200, value: { minorUnits: 400_000, currency: 'EUR' } },
  ...{ origin: 'VN', weightKg: 150 },
}
const sound: Declaration = {
  ...{ country: 'NL', incoterm: 'FCA', modes: ['road', 'sea', 'road'] },
  parties: [
    { role: 'consignor', name: 'Saigon Lamps Co.', country: 'VN' },
    { role: 'consignee', name: 'Bright Lamps BV', country: 'NL' },
  ],
  lines: [line],
  ...{ requiredDocuments: ['Commercial invoice'], documents: [{ name: 'commercial  invoice' }] },
  ...{ departsAt: inHours(24), arrivesOn: '2026-06-10' },
}
const nothing: Knowledge = {
  ...{ tradeRules: [], declaredBefore: [], usualValues: [], now },
}
const seen = (description: string, heading: string, lines: number): DeclaredBefore => ({
  description,
  heading,
  lines,
  lastOn: '2026-04-01',
})
const lamps = [seen('Desk lamp', '9405', 20), seen('Floor lamp, oak', '9405', 9), seen('Lamp cable', '8544', 1)]
const usual = (change: Partial<UsualValue> = {}): UsualValue => ({
  ...{ of: 'piece', key: '940521', currency: 'EUR', lines: 30, median: Math.log(2000), deviation: 0.2, lastOn: '2026-04-20' },
  ...change,
})
const rule = (terms: TradeTerms, change: Partial<TradeRule> = {}): TradeRule => ({
  ...{ id: 'r', key: 'an-example', version: 1, destination: 'EU', origins: [], hsPrefix: '9405', terms, source: 'An example' },
  ...{ sourceUrl: null, validFrom: '2026-01-01', validTo: null, ...change },
})
const document: TradeTerms = { kind: 'document', document: 'Declaration of conformity', toDo: 'Ask the maker.' }
const prohibition: TradeTerms = { kind: 'prohibition', what: 'Lamps that glow', toDo: 'Do not send them.' }
const restriction: TradeTerms = { kind: 'restriction', what: 'Lamps need a licence', toDo: 'Ask for one.' }

const found = (change: Partial<Declaration>, known: Partial<Knowledge> = {}) =>
  checkDeclaration({ ...sound, ...change }, { ...nothing, ...known }).map(({ code, severity, path }) => `${severity} ${code} ${path}`)
const withLine = (change: Partial<typeof line>) => ({ lines: [{ ...line, ...change }] })

describe('What is wrong with a declaration', () => {
  const cases: [string, Partial<Declaration>, Partial<Knowledge>, string[]][] = [
    ['nothing of one that is sound', {}, {}, []],
    ['no goods', { lines: [] }, {}, ['critical goods-missing /lines']],
    ['a description that says nothing', withLine({ description: 'Spare parts' }), {}, ['warning description-vague /lines/0/description']],
    ['a description that is a number', withLine({ description: '4711-B' }), {}, ['warning description-vague /lines/0/description']],
    ['a vague word beside one that says what', withLine({ description: 'Parts of looms' }), {}, []],

    ['a code of seven digits', withLine({ hsCode: '9405210' }), {}, ['critical hs-malformed /lines/0/hsCode']],
    ['no code', withLine({ hsCode: '' }), {}, ['critical hs-malformed /lines/0/hsCode']],
    ['a chapter that is kept for later', withLine({ hsCode: '770100' }), {}, ['critical hs-no-chapter /lines/0/hsCode']],
    ['chapter nought', withLine({ hsCode: '000100' }), {}, ['critical hs-no-chapter /lines/0/hsCode']],

    ['lamps as fish', withLine({ hsCode: '030214' }), { declaredBefore: lamps }, ['warning hs-implausible /lines/0/hsCode']],
    ['lamps as lamps', {}, { declaredBefore: lamps }, []],
    ['words nobody used', withLine({ description: 'Zither', hsCode: '030214' }), { declaredBefore: lamps }, []],
    [
      'lamps that were declared as anything',
      withLine({ description: 'Lamp, LED', hsCode: '030214' }),
      { declaredBefore: [...lamps, seen('lamp', '8513', 15)] },
      [],
    ],
    ['lamps that were declared four times', withLine({ hsCode: '030214' }), { declaredBefore: [seen('lamp', '9405', 4)] }, []],
    [
      'words of a language without spaces',
      { lines: [{ ...line, description: '陶瓷餐具', hsCode: '030214' }] },
      { declaredBefore: [seen('陶瓷 餐具', '6911', 9)] },
      ['warning hs-implausible /lines/0/hsCode'],
    ],

    ['no origin', { lines: [{ ...line, origin: null }] }, {}, ['warning origin-missing /lines/0/origin']],
    ['an origin that is no country', withLine({ origin: 'ZZ' }), {}, ['critical origin-unknown /lines/0/origin']],

    ['goods worth nothing', withLine({ value: { minorUnits: 0, currency: 'EUR' } }), {}, ['critical value-missing /lines/0/value']],
    ['a usual value', {}, { usualValues: [usual()] }, []],
    [
      'a tenth of what is usual',
      withLine({ value: { minorUnits: 40_000, currency: 'EUR' } }),
      { usualValues: [usual()] },
      ['warning value-unusual /lines/0/value'],
    ],
    [
      'ten times what is usual',
      withLine({ value: { minorUnits: 4_000_000, currency: 'EUR' } }),
      { usualValues: [usual()] },
      ['warning value-unusual /lines/0/value'],
    ],
    [
      'the same beside seven lines',
      withLine({ value: { minorUnits: 40_000, currency: 'EUR' } }),
      { usualValues: [usual({ lines: 7 })] },
      [],
    ],
    ['the same in another currency', withLine({ value: { minorUnits: 40_000, currency: 'USD' } }), { usualValues: [usual()] }, []],
    [
      'a little more than what never varied',
      withLine({ value: { minorUnits: 500_000, currency: 'EUR' } }),
      { usualValues: [usual({ deviation: 0 })] },
      [],
    ],
    [
      'a product that has a value of its own',
      { lines: [{ ...line, product: 'L-1' }] },
      { usualValues: [usual({ median: Math.log(90) }), usual({ key: 'L-1' })] },
      [],
    ],

    ['no weight', { lines: [{ ...line, weightKg: null }] }, {}, ['info weight-missing /lines/0/weightKg']],
    [
      'grams for kilograms',
      withLine({ weightKg: 150_000 }),
      { usualValues: [usual({ of: 'kilogram', median: Math.log(2700) })] },
      ['warning weight-unusual /lines/0/weightKg'],
    ],

    ['no term', { incoterm: null }, {}, ['warning incoterm-missing /incoterm']],
    ['FOB by air', { incoterm: 'FOB', modes: ['road', 'air'] }, {}, ['warning incoterm-not-by-sea /incoterm']],
    ['FOB by sea', { incoterm: 'FOB' }, {}, []],
    ['DDP, but the buyer pays duties', { incoterm: 'DDP', paidBy: { duties: 'buyer' } }, {}, ['warning incoterm-payer /paidBy/duties']],
    ['FCA, but the seller pays freight', { paidBy: { freight: 'seller' } }, {}, ['warning incoterm-payer /paidBy/freight']],
    ['FCA, and the seller insures himself', { paidBy: { insurance: 'seller' } }, {}, []],
    ['CIF, but the buyer insures', { incoterm: 'CIF', paidBy: { insurance: 'buyer' } }, {}, ['warning incoterm-payer /paidBy/insurance']],

    ['a document that is missing a day before', { documents: [] }, {}, ['critical document-missing /requiredDocuments/0']],
    ['the same a month before', { documents: [], departsAt: inHours(720) }, {}, ['warning document-missing /requiredDocuments/0']],
    [
      'one that ends before arrival',
      { documents: [{ name: 'Commercial invoice', expiresOn: '2026-06-09' }] },
      {},
      ['critical document-expires /documents/0/expiresOn'],
    ],
    ['one that ends on arrival', { documents: [{ name: 'Commercial invoice', expiresOn: '2026-06-10' }] }, {}, []],

    ['what is forbidden', {}, { tradeRules: [rule(prohibition, { origins: ['VN'] })] }, ['critical prohibited /lines/0/hsCode']],
    ['what is forbidden from elsewhere', {}, { tradeRules: [rule(prohibition, { origins: ['CN'] })] }, []],
    [
      'what is forbidden from a union',
      withLine({ origin: 'DE' }),
      { tradeRules: [rule(prohibition, { origins: ['EU'] })] },
      ['critical prohibited /lines/0/hsCode'],
    ],
    ['what is restricted', {}, { tradeRules: [rule(restriction)] }, ['warning restricted /lines/0/hsCode']],
    ['what is restricted of other goods', {}, { tradeRules: [rule(restriction, { hsPrefix: '94054' })] }, []],
    ['a document by rule', {}, { tradeRules: [rule(document)] }, ['critical document-missing /lines/0/hsCode']],
    [
      'a document by rule that is there',
      { documents: [{ name: 'Commercial invoice' }, { name: 'declaration of conformity' }] },
      { tradeRules: [rule(document)] },
      [],
    ],

    ['a rule that is over by then', {}, { tradeRules: [rule(restriction, { validTo: '2026-06-09' })] }, []],
    ['no consignee', { parties: sound.parties.slice(0, 1) }, {}, ['critical party-missing /parties']],
    [
      'a name that is none',
      { parties: [sound.parties[0] as never, { role: 'consignee', name: 'N/A', country: 'NL' }] },
      {},
      ['critical party-unnamed /parties/1/name'],
    ],
    [
      'a country that is none',
      { parties: [{ role: 'consignor', name: 'Saigon Lamps', country: 'ZZ' }, sound.parties[1] as never] },
      {},
      ['warning party-no-country /parties/0/country'],
    ],
    [
      'a consignee elsewhere',
      { parties: [sound.parties[0] as never, { role: 'consignee', name: 'Bright Ltd', country: 'GB' }] },
      {},
      ['info consignee-elsewhere /parties/1/country'],
    ],
    [
      'a consignee in the same union',
      { parties: [sound.parties[0] as never, { role: 'consignee', name: 'Hell GmbH', country: 'DE' }] },
      {},
      [],
    ],
  ]
  it.each(cases)('%s', (_, change, known, codes) => {
    expect(found(change, known)).toEqual(codes)
  })

  it('says who says so, since when and what to do, of everything; what will stop the goods comes first', () => {
    const findings = checkDeclaration(
      { ...sound, incoterm: null, parties: [], lines: [{ ...line, hsCode: '1', origin: 'ZZ', weightKg: null }] },
      { ...nothing, tradeRules: [rule(document, { hsPrefix: '' })] },
    )
    expect(findings.map(({ severity }) => severity)).toEqual([...Array(5).fill('critical'), ...['warning', 'info']])
    for (const { what, toDo, source } of findings) {
      expect([what.length > 10, toDo.length > 10, source.name.length > 5]).toEqual([true, true, true])
      expect(source.date ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('finds a value as unusual whatever the currency counts in, and the less so the more values vary', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        fc.integer({ min: 2, max: 1000 }),
        (quantity, minorUnits, deviation, scale) => {
          const isFound = (factor: number, spread: number) =>
            found(withLine({ quantity, value: { minorUnits: minorUnits * factor, currency: 'EUR' } }), {
              usualValues: [usual({ median: Math.log(2000 * factor), deviation: spread })],
            }).length > 0
          expect(isFound(scale, deviation)).toBe(isFound(1, deviation))
          if (!isFound(1, deviation)) expect(isFound(1, deviation * 2)).toBe(false)
        },
      ),
    )
  })
})
