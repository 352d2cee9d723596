import { readHazardFeed } from '@lading/shared/hazard-feed/read-hazard-feed'
import type { HazardFeedRead } from '@lading/shared/hazard-feed/told-hazard'
import { describe, expect, it } from 'vitest'

const earthquake = (properties: object, id: unknown = 'us7000test', coordinates: unknown = [120.28, 22.9, 10]) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: {
    mag: 6,
    time: Date.parse('2026-03-01T04:00:00Z'),
    title: 'M 6.0 - 12 km E of Tainan',
    alert: 'yellow',
    type: 'earthquake',
    ...properties,
  },
})
const usgs = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', metadata: {}, features })

const gdacs = (...items: string[]) =>
  `<rss version="2.0" xmlns:gdacs="http://www.gdacs.org" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:georss="http://www.georss.org/georss"><channel>\n${items.join('\n')}</channel></rss>`
const event = (more = '', { type = 'TC', level = 'Red' } = {}) =>
  `<item><title>${level} alert for cyclone EXAMPLE-26</title><link>https://example.org/report?id=1001</link><description>Winds of 200 km/h</description>
<gdacs:fromdate>Sun, 01 Mar 2026 00:00:00 GMT</gdacs:fromdate><gdacs:todate>Wed, 04 Mar 2026 12:00:00 GMT</gdacs:todate>
<geo:Point><geo:lat>18.5</geo:lat><geo:long>128.25</geo:long></geo:Point><gdacs:eventtype>${type}</gdacs:eventtype>
<gdacs:alertlevel>${level}</gdacs:alertlevel><gdacs:eventid>1001</gdacs:eventid><gdacs:episodeid>7</gdacs:episodeid>${more}</item>`

const info = (more: string) =>
  `<info><language>en-US</language><category>Met</category><event>Flood Warning</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
<onset>2026-03-01T06:00:00+01:00</onset><expires>2026-03-02T06:00:00+01:00</expires><senderName>Water Board</senderName><headline>High water</headline>
<description>The Maas rises.</description><instruction>Keep off quays.</instruction>${more}</info>`
const alert = (type: string, body: string, { id = 'A1', references = '', status = 'Actual' } = {}) =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>w@board.example</sender><sent>2026-03-01T05:00:00+01:00</sent>
<status>${status}</status><msgType>${type}</msgType><scope>Public</scope>${references && `<references>${references}</references>`}${body}</alert>`
const area = (shape: string) => `<area><areaDesc>Venlo</areaDesc>${shape}</area>`
const polygon = '<polygon>51.3,6.0 51.3,6.3 51.5,6.3 51.5,6.0 51.3,6.0</polygon>'

const read = (text: string) => readHazardFeed(text) as HazardFeedRead
const only = (text: string) => {
  const { messages, mistakes } = read(text)
  expect(mistakes).toEqual([])
  return messages[0]?.hazards[0]
}

describe('Earthquakes of the USGS', () => {
  it('become circles that grow with the magnitude, for days that do so too.', () => {
    expect(only(usgs(earthquake({ tsunami: 1, url: 'https://example.org/us7000test' })))).toEqual({
      kind: 'earthquake',
      severity: 'warning',
      title: 'M 6.0 - 12 km E of Tainan',
      area: { shape: 'circle', centre: [120.28, 22.9], radiusM: 79_000 },
      validFrom: '2026-03-01T04:00:00.000Z',
      validUntil: '2026-03-04T04:00:00.000Z',
      source: 'USGS',
      reference: 'https://example.org/us7000test',
      note: expect.stringContaining('tsunami'),
    })
    expect(only(usgs(earthquake({ mag: 7.9 })))?.area).toMatchObject({ radiusM: 708_000 })
  })

  it.each([
    [{ mag: 5.4, alert: null }, 'info'],
    [{ mag: 5.5, alert: null }, 'warning'],
    [{ mag: 6.5, alert: null }, 'critical'],
    [{ mag: 6.5, alert: 'green' }, 'info'],
    [{ mag: 5.4, alert: 'orange' }, 'critical'],
  ])('are as severe as their alert says, and where it says nothing as their magnitude: %j', (properties, severity) =>
    expect(only(usgs(earthquake(properties)))?.severity).toBe(severity),
  )

  it('that are small, not measured or no earthquakes are left out; deleted ones are taken back.', () => {
    const text = usgs(
      earthquake({ mag: 4.4 }, 'a'),
      earthquake({ mag: null }, 'b'),
      earthquake({ type: 'quarry blast' }, 'c'),
      earthquake({ status: 'deleted' }, 'd'),
    )
    expect(read(text)).toMatchObject({ left: 3, mistakes: [], messages: [{ key: 'd', hazards: [] }] })
  })

  it('that cannot be told are mistakes, with where.', () => {
    const text = usgs(earthquake({}, 7), earthquake({ mag: 'six' }), earthquake({ time: 'now' }), earthquake({}, 'x', [200, 10]))
    expect(read(text).mistakes.map(({ path }) => path)).toEqual([
      '/features/0/id',
      '/features/1/properties/mag',
      '/features/2/properties/time',
      '/features/3/geometry/coordinates',
    ])
  })
})

describe('Events of GDACS', () => {
  it('lie about their point, as far as goods may be held up, until some time after their end.', () =>
    expect(only(gdacs(event()))).toEqual({
      kind: 'storm',
      severity: 'critical',
      title: 'Red alert for cyclone EXAMPLE-26',
      area: { shape: 'circle', centre: [128.25, 18.5], radiusM: 300_000 },
      validFrom: '2026-03-01T00:00:00.000Z',
      validUntil: '2026-03-05T12:00:00.000Z',
      source: 'GDACS',
      reference: 'https://example.org/report?id=1001',
      note: 'Winds of 200 km/h',
    }))

  it('lie in their box where they have one: west, east, south, north.', () =>
    expect(only(gdacs(event('<gdacs:bbox>124 132 15 22</gdacs:bbox>')))?.area).toMatchObject({
      shape: 'polygon',
      ring: [
        [124, 15],
        [132, 15],
        [132, 22],
        [124, 22],
        [124, 15],
      ],
    }))

  it('are known by type and number; droughts are left out, and what is not understood is told with its line.', () => {
    const told = read(gdacs(event(), event('', { type: 'DR' }), event('', { level: 'Purple' })))
    expect(told.messages.map(({ key }) => key)).toEqual(['TC1001'])
    expect(told).toMatchObject({ left: 1, mistakes: [{ path: 'line 10, item/alertlevel' }] })
  })
})

describe('Alerts of the Common Alerting Protocol', () => {
  it('become a hazard for each of their areas, by what the event is called.', () => {
    const { messages } = read(alert('Alert', info(area(`${polygon}<circle>51.4,6.1 12.5</circle>`))))
    expect(messages).toMatchObject([{ key: 'w@board.example,A1', replaces: [] }])
    expect(messages[0]?.hazards).toEqual([
      {
        kind: 'flood',
        severity: 'critical',
        title: 'High water: Venlo',
        area: {
          shape: 'polygon',
          ring: [
            [6.0, 51.3],
            [6.3, 51.3],
            [6.3, 51.5],
            [6.0, 51.5],
            [6.0, 51.3],
          ],
        },
        validFrom: '2026-03-01T05:00:00.000Z',
        validUntil: '2026-03-02T05:00:00.000Z',
        source: 'Water Board',
        reference: null,
        note: 'The Maas rises.\n\nKeep off quays.',
      },
      expect.objectContaining({ area: { shape: 'circle', centre: [6.1, 51.4], radiusM: 12_500 } }),
    ])
  })

  it('may stand in something else, such as Atom, and say the same in several languages.', () => {
    const german = info(area(polygon)).replace('en-US', 'de-DE').replace('High water', 'Hochwasser')
    const { messages } = read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${alert('Alert', german + info(area(polygon)))}</entry></feed>`,
    )
    expect(messages[0]?.hazards.map(({ title }) => title)).toEqual(['High water: Venlo'])
  })

  it('take the place of what they refer to; a cancellation tells nothing of its own.', () => {
    const references = 'w@board.example,A1,2026-03-01T05:00:00+01:00 w@board.example,A0,2026-02-28T05:00:00+01:00'
    const replaces = ['w@board.example,A1', 'w@board.example,A0']
    expect(read(alert('Update', info(area(polygon)), { id: 'A2', references })).messages).toMatchObject([{ replaces, hazards: [{}] }])
    expect(read(alert('Cancel', info(area(polygon)), { id: 'A3', references })).messages).toMatchObject([{ replaces, hazards: [] }])
  })

  it('that are exercises or acknowledgements are left out, and what is past or all clear tells nothing.', () => {
    const exercise = alert('Alert', info(area(polygon)), { status: 'Exercise' })
    const past = alert('Alert', info(area(polygon)).replace('Expected', 'Past'), { id: 'A9' })
    expect(read(`<alerts>${exercise}${alert('Ack', '')}${past}</alerts>`)).toMatchObject({ left: 2, messages: [{ hazards: [] }] })
  })

  it('whose shapes or times cannot be are told with their line.', () => {
    const crossing = '<polygon>0,0 1,1 0,1 1,0 0,0</polygon>'
    const text = alert(
      'Alert',
      info(area(`<polygon>51,6 52</polygon><circle>51,6</circle>${crossing}`)) + info(area(polygon)).replace('2026-03-02', '2026-02-02'),
    )
    expect(read(text).mistakes.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringMatching(/^line 4, area\/polygon: has to be/),
      expect.stringMatching(/^line 4, area\/circle: has to be/),
      expect.stringMatching(/^line 4, info\/expires: /),
      expect.stringMatching(/^w@board.example,A1: High water: Venlo: the ring crosses itself/),
    ])
  })
})

describe('What is none of these', () => {
  it.each([
    ['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{}}]}', 'is neither'],
    ['no feed', 'is not JSON'],
    ['<rss version="2.0"><channel/></rss>', 'is neither'],
    ['<alert><info></alert>', 'unexpected close tag'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'a document type is not expected'],
  ])('is said to be: %s', (text, message) =>
    expect(readHazardFeed(text)).toEqual({ mistakes: [{ path: expect.any(String), message: expect.stringContaining(message) }] }),
  )
})
