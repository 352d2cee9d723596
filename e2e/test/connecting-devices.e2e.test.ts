import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { startAedes } from '@lading/services/aedes'
import { findProgram } from '@lading/services/find-program'
import { freePort } from '@lading/services/free-port'
import type { Bridge } from '@lading/shared/contract/bridge'
import type { Device } from '@lading/shared/contract/device'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../src/api.ts'
import { chromiumPath, openBrowser, openPage } from '../src/browser.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { signInAs } from '../src/sign-in.ts'
import { until } from '../src/until.ts'

const run = promisify(execFile)
const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = await read('docs/devices.md')
const blocks = (language: string) => [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)
const signInLine = /^curl -s -c jar .*$/m.exec(await read('README.md'))?.[0]

const allThere = ['mosquitto', 'mosquitto_pub', 'curl'].every((name) => findProgram(name))

describe.skipIf(!allThere)('The page about connecting devices, on the embedded broker', () => {
  let data: string
  let platform: Platform
  let get: Awaited<ReturnType<typeof signedIn>>['get']
  let post: Awaited<ReturnType<typeof signedIn>>['post']
  let brokerPort: string
  const toEnd: (() => unknown)[] = []

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-e2e-'))
    const mappings = join(data, 'mappings.json')
    await writeFile(mappings, blocks('json')[0] ?? '')
    platform = await startPlatform({ data: join(data, 'platform'), args: ['--no-simulators'], env: { INGEST_MAPPINGS: mappings } })
    ;({ get, post } = await signedIn(platform.addresses))
    brokerPort = new URL(platform.addresses.mqtt).port
  })
  afterAll(async () => {
    for (const end of toEnd.toReversed()) await end()
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  /** Commands as somebody types them who has the broker at the usual port. */
  const type = async (commands: string[]) => {
    const bin = join(data, 'bin')
    await mkdir(bin, { recursive: true })
    const program = join(bin, 'mosquitto_pub')
    await writeFile(program, `#!/bin/sh\nexec ${findProgram('mosquitto_pub')} -h 127.0.0.1 -p ${brokerPort} "$@"\n`)
    await chmod(program, 0o755)
    const { email, password } = platform.addresses.login
    await run('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], {
      cwd: data,
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        API: platform.addresses.api,
        EMAIL: email,
        PASSWORD: password,
      },
    })
  }
  const reports = (id: string, lastSeenAt: RegExp) =>
    until(
      async () => lastSeenAt.test(((await get(`/devices/${id}`)) as Device).lastSeenAt ?? '') || undefined,
      `a reading of ${id}`,
      20_000,
    )

  it('has commands that work as they stand, one for each family of devices', async () => {
    await type([signInLine ?? '', ...blocks('sh')])
    const ids = [
      'reefer-7',
      'ada:phone',
      'tts:fleet:reefer-7',
      'chirpstack:70b3d57ed0000002',
      'traccar:van-7',
      'sparkplug:port:crane-1',
      'acme:t-1',
    ]
    for (const id of ids) await reports(id, /^2026-06-01T11:59:00/)
    expect(((await get('/bridges')) as Bridge[]).map(({ name }) => name)).toEqual(['acme', 'lorawan', 'traccar'])
  })

  it.skipIf(!chromiumPath)('has screens for it: a bridge is opened with the keyboard only, and its secret lets it in', async () => {
    const browser = await openBrowser()
    toEnd.push(() => browser.close())
    const { page, problems } = await openPage(browser, { viewport: { width: 390, height: 844 } })
    await signInAs(page, platform.addresses)
    await page.getByText('Live', { exact: true }).waitFor()
    await page.goto(`${platform.addresses.dashboard}/devices?view=bridges`)
    await page.getByRole('button', { name: 'Add a bridge' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel(/^Name/).waitFor()
    await page.keyboard.type('by-hand')
    await page.keyboard.press('Tab')
    await page.keyboard.type('acme/+/+/state')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue()
    const client = await mqtt.connectAsync(platform.addresses.mqtt, { clientId: 'by-hand', username: 'by-hand', password: secret })
    toEnd.push(() => client.endAsync(true))
    await page.getByRole('button', { name: 'I have the secret' }).press('Enter')
    const gone = new Promise<void>((resolve) => client.once('close', () => resolve()))
    await page.getByRole('button', { name: 'Revoke: by-hand' }).press('Enter')
    await page.getByRole('button', { name: 'Revoke by-hand', exact: true }).press('Enter')
    await page.getByText('Revoked').waitFor()
    await gone
    expect(problems).toEqual([])
  })

  it.skipIf(!chromiumPath)('has a screen for keys of programs: one is made with the keyboard only, works, and is revoked', async () => {
    const browser = await openBrowser()
    toEnd.push(() => browser.close())
    const { page, problems } = await openPage(browser, { viewport: { width: 390, height: 844 } })
    const { dashboard } = platform.addresses
    await signInAs(page, platform.addresses)
    await page.getByText('Live', { exact: true }).waitFor()
    await page.goto(`${dashboard}/devices?view=keys`)
    await page.getByRole('button', { name: 'Make a key' }).press('Enter')
    await page.getByLabel(/^Name/).waitFor()
    await page.keyboard.type('Shop')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    const key = await page.getByRole('textbox', { name: 'Key', exact: true }).inputValue()
    const status = async () => (await fetch(`${dashboard}/v1/shipments`, { headers: { authorization: `Bearer ${key}` } })).status
    expect(await status()).toBe(200)
    await page.getByRole('button', { name: 'I have the secret' }).press('Enter')
    await page.getByRole('button', { name: 'Revoke: Shop' }).press('Enter')
    await page.getByRole('button', { name: 'Revoke Shop', exact: true }).press('Enter')
    await page.getByRole('button', { name: /^Show ended/ }).press('Enter')
    await page.getByText(/^Revoked on/).waitFor()
    expect(await status()).toBe(401)
    expect(problems).toEqual([])
  })

  it('has a configuration of Mosquitto that fetches from The Things Stack, takes MQTT 5 and passes both on', async () => {
    const topicFilters = ['v3/+/devices/+/up', 'v3/+/devices/+/location/solved', 'application/+/device/+/event/up', 'traccar']
    const { secret } = (await post('/bridges', { name: 'passes-on', topicFilters })) as { secret: string }
    const theThingsStack = await startAedes()
    toEnd.push(theThingsStack.stop)
    const port = await freePort()
    const conf = (blocks('conf')[0] ?? '')
      .replace('listener 1884', `listener ${port}`)
      .replace('eu1.cloud.thethings.network:8883', new URL(theThingsStack.url).host)
      .replace(/^bridge_capath .*\n/m, '')
      .replace('127.0.0.1:1883', `127.0.0.1:${brokerPort}`)
      .replaceAll('lorawan', 'passes-on')
      .replace('<secret of the bridge>', secret)
    await writeFile(join(data, 'bridge.conf'), conf)
    const mosquitto = spawn(findProgram('mosquitto') ?? '', ['-c', 'bridge.conf'], { cwd: data, stdio: 'ignore' })
    toEnd.push(async () => {
      mosquitto.kill()
      if (mosquitto.exitCode === null && mosquitto.signalCode === null) await once(mosquitto, 'exit')
    })

    const at = new Date(Date.now() - 5_000).toISOString()
    const local = await untilConnected(`mqtt://127.0.0.1:${port}`)
    toEnd.push(() => local.endAsync(true))
    const position = { deviceTime: at, fixTime: at, valid: true, latitude: 51.96, longitude: 4.15, speed: 1, course: 1 }
    await local.publishAsync('traccar', JSON.stringify({ position, device: { uniqueId: 'van-7' } }), { qos: 1 })
    await reports('traccar:van-7', new RegExp(`^${at.slice(0, 19)}`))

    const application = await mqtt.connectAsync(theThingsStack.url)
    toEnd.push(() => application.endAsync(true))
    const uplink = { uplink_message: { f_port: 2, decoded_payload: { temperature: 3 }, received_at: at } }
    const send = setInterval(() => application.publish('v3/fleet/devices/reefer-7/up', JSON.stringify(uplink)), 500)
    toEnd.push(() => clearInterval(send))
    await reports('tts:fleet:reefer-7', new RegExp(`^${at.slice(0, 19)}`))
  })

  const untilConnected = (url: string) =>
    until<MqttClient | undefined>(
      () => mqtt.connectAsync(url, { protocolVersion: 5, reconnectPeriod: 0 }).catch(() => undefined),
      url,
      10_000,
    )
})
