import { Location } from '@lading/shared/contract/location'
import { NewShipment } from '@lading/shared/contract/shipment'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { deviceName } from '../../src/replay/device-name.ts'
import { parseCsv } from '../../src/replay/parse-csv.ts'
import { trackBooking } from '../../src/replay/track-booking.ts'

describe('the shipment of a track', () => {
  const track = parseCsv('lon,lat,speed_knots,course\n-65.5,18.2,12,0\n-65.4,18.25,12,0\n-65.3,18.3,12,0\n')
  const { locations, booking } = trackBooking({ name: 'ais 229/000625', mode: 'sea', track })

  it('goes from the first to the last fix', () => {
    const [origin, destination] = locations
    expect([origin.lat, origin.lon, destination.lat, destination.lon]).toEqual([18.2, -65.5, 18.3, -65.3])
    expect(booking.legs[0]).toMatchObject({ mode: 'sea', origin: origin.code, destination: destination.code })
    expect(origin.code).not.toBe(destination.code)
  })

  it('is what the contract wants, whatever the file is called', () => {
    for (const location of locations) expect(Compile(Location).Check(location)).toBe(true)
    expect(Compile(NewShipment).Check(JSON.parse(JSON.stringify(booking)))).toBe(true)
  })
})

describe('the device of a track', () => {
  it.each([
    ['/srv/recorder/rec/jane/phone/2015-08.rec', 'jane', 'phone'],
    ['tracks/owntracks-2015.rec', 'replay', 'owntracks-2015'],
    ['/data/my track (1).csv', 'replay', 'my-track-1-'],
  ])('of %s is %s:%s', (file, user, device) => {
    expect(deviceName(file)).toEqual({ user, device })
  })
})
