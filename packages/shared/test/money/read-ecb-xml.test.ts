import { readEcbXml } from '@lading/shared/money/read-ecb-xml'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-04-14T08:00:00Z')
const envelope = (cubes: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube>
${cubes}
</Cube>
</gesmes:Envelope>`

describe('Reference rates in XML', () => {
  it('of several days are read with their digits as they are published.', () => {
    const file = envelope(
      `<Cube time='2026-04-13'><Cube currency='USD' rate='1.1684'/><Cube currency='JPY' rate='186.70'/></Cube>
<Cube time="2026-04-10"><Cube currency="USD" rate="1.1711"/></Cube>`,
    )
    expect(readEcbXml(file, now)).toEqual({
      mistakes: [],
      rates: [
        { currency: 'USD', date: '2026-04-13', rate: '1.1684' },
        { currency: 'JPY', date: '2026-04-13', rate: '186.70' },
        { currency: 'USD', date: '2026-04-10', rate: '1.1711' },
      ],
    })
  })

  it.each([
    [
      `<Cube time='2026-13-40'><Cube currency='USD' rate='1'/></Cube>`,
      'line 6, Cube/@time',
      '"2026-13-40" is not a day such as 2026-03-31',
    ],
    [`<Cube time='2026-05-01'><Cube currency='USD' rate='1'/></Cube>`, 'line 6, Cube/@time', '"2026-05-01" has not come yet'],
    [`<Cube time='2026-04-13'><Cube currency='Usd' rate='1'/></Cube>`, 'line 6, Cube/@currency', '"Usd" is no currency by ISO 4217'],
    [`<Cube time='2026-04-13'>\n<Cube currency='USD' rate='0'/></Cube>`, 'line 7, Cube/@rate', '"0" of USD is not a decimal above 0'],
    [`<Cube time='2026-04-13'><Cube currency='USD'/></Cube>`, 'line 6, Cube/@rate', '"" of USD is not a decimal above 0'],
    [`<Cube time='2026-04-13'/><Cube currency='USD' rate='1'/>`, 'line 6, Cube/@time', 'is missing'],
    [
      `<Cube time='2026-04-13'><Cube currency='USD' rate='1'/><Cube currency='USD' rate='2'/></Cube>`,
      'line 6, Cube/@currency',
      '"2026-04-13 USD" is there more than once',
    ],
  ])('in %s are refused with where and why.', (cubes, path, message) => {
    expect(readEcbXml(envelope(cubes), now).mistakes).toMatchObject([{ path, message }])
  })

  it('that are none are refused: cut off, empty, or with a document type that could grow without end.', () => {
    expect(readEcbXml(envelope('').slice(0, -12), now)).toMatchObject({ rates: [], mistakes: [{ path: 'line 8' }] })
    expect(readEcbXml(envelope(''), now).mistakes).toMatchObject([{ path: 'line 1', code: 'no-rows' }])
    const grows = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${envelope('').split('\n').slice(1).join('\n')}`
    expect(readEcbXml(grows, now)).toMatchObject({ rates: [], mistakes: [{ path: 'line 1', message: 'a document type is not expected' }] })
    expect(readEcbXml(envelope('<Cube>&none;</Cube>'), now).rates).toEqual([])
    expect(readEcbXml(envelope('<Cube>&none;</Cube>'), now).mistakes).toHaveLength(1)
  })
})
