import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { usualStrength } from '@lading/models/customs/clearance/believe'
import { middleCountry } from '@lading/models/customs/clearance/prior'
import { usualRules } from '@lading/models/customs/clearance/rules'
import { findProgram } from '@lading/services/find-program'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { ShipmentCustoms } from '@lading/shared/contract/customs'
import type { Shipment } from '@lading/shared/contract/shipment'
import { countClearances } from '@lading/store/postgres/clearance-outcome/read'
import { listFigures } from '@lading/store/postgres/customs-figures/list'
import { listOffices } from '@lading/store/postgres/customs-office/list'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../support/examples.ts'
import { emailOf, password, startApi, type TestApi } from '../support/platform.ts'

const run = promisify(execFile)
const read = (path: string) => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const page = await read('docs/customs.md')
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text)
const signInLine = /^curl -s -c jar .*$/m.exec(await read('README.md'))?.[0] ?? ''

describe.skipIf(!findProgram('curl'))('The page about customs', () => {
  let api: TestApi
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  beforeAll(async () => {
    directory = await temporaryDirectory()
    api = await startApi({ clock: { now: () => new Date('2026-03-29T12:00:00Z') } })
    await api.app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await api?.stop()
    await directory?.remove()
  })

  it('has commands that work as they stand.', async () => {
    const as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    const { id } = (await as('POST', '/v1/shipments', newShipment({ reference: 'PO-4711' }))).json() as Shipment
    const { port } = api.app.server.address() as AddressInfo
    await run('bash', ['-euo', 'pipefail', '-c', [signInLine, ...commands].join('\n')], {
      cwd: directory.path,
      env: { PATH: process.env.PATH, API: `http://127.0.0.1:${port}`, EMAIL: emailOf('operator'), PASSWORD: password },
    })

    const { entries } = (await as('GET', `/v1/shipments/${id}/customs`)).json() as ShipmentCustoms
    expect(entries.map(({ state, channel, declarant }) => [state, channel, declarant])).toEqual([
      ['released', 'examination', 'Havenzicht Douane BV'],
    ])
    expect(entries[0]?.events.map(({ state }) => state)).toEqual(['lodged', 'documents-required', 'examination', 'released'])
    expect(entries[0]?.requiredDocuments).toContain('certificate of origin')
    // Three of the file, and the release that the page told of.
    expect(await countClearances(api.database.db)).toBe(4)
    expect((await listFigures(api.database.db)).map(({ country, source }) => [country, source])).toEqual([
      ['NL', 'our forwarder'],
      ['US', 'our forwarder'],
    ])
    expect((await listOffices(api.database.db)).map(({ code, hours }) => [code, hours.fri?.length])).toEqual([['NLRTM', 2]])
  })

  it('says what is assumed, as it is.', () => {
    const { missingDocument, restrictedGoods } = usualRules
    for (const said of [
      `${middleCountry.borderHours} hours of border compliance, ${middleCountry.documentHours} of documentary, score ${middleCountry.customsScore}`,
      `${missingDocument.releasedAllTheSame * 100} % still is; each document adds ${missingDocument.hoursEach} working hours`,
      `${restrictedGoods.hours} times the hours`,
    ])
      expect(page).toContain(said)
    expect([restrictedGoods.oddsOfExamination, usualStrength]).toEqual([3, { shares: 10, hours: 5 }])
  })
})
