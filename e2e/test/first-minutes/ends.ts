import type { ShipmentPage } from '@lading/shared/contract/shipment'
import { expect, it } from 'vitest'
import { signedIn } from '../../src/api.ts'
import type { Minutes } from './minutes.ts'

/** The end, and what is there after it. */
export const ends = (at: Minutes) => {
  it('logs no error, leaves no process behind 10 s after Ctrl-C, and keeps its data for the next start', async () => {
    for (const [name, text] of Object.entries(await at.platform.logs())) {
      const errors = text.split('\n').filter((line) => /"level":[56]0/.test(line))
      expect(errors, name).toEqual([])
    }
    const { login } = at.platform.addresses
    const { get } = await signedIn(at.platform.addresses)
    const { items } = (await get('/shipments?limit=100')) as ShipmentPage
    await at.platform.stop()

    await at.startAgain()
    expect(at.platform.addresses.login).toEqual(login)
    const again = await signedIn(at.platform.addresses)
    const { items: kept } = (await again.get('/shipments?limit=100')) as ShipmentPage
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(items.map(({ id }) => id)))
  })
}
