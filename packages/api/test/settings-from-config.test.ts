import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'
import { describe, expect, it } from 'vitest'
import { settingsFromConfig } from '../src/settings-from-config.ts'

const settingsOf = (env: Record<string, string>) =>
  settingsFromConfig(readConfig(processVariables.api, { POSTGRES_URL: 'postgres://x', ...env }))

describe('The settings of the api', () => {
  it.each([
    [{}, 'http://127.0.0.1:8080'],
    [{ API_HOST: '0.0.0.0', API_PORT: '9000' }, 'http://localhost:9000'],
    [{ API_HOST: '::1' }, 'http://[::1]:8080'],
    [{ PUBLIC_URL: 'https://lading.example/' }, 'https://lading.example'],
  ])('With %j links start with %s.', (env, url) => expect(settingsOf(env).publicUrl).toBe(url))

  it('There are no tiles unless they are set.', () => {
    expect(settingsOf({}).tiles).toBeNull()
    expect(settingsOf({ TILE_URL: 'https://t.example/{z}.png', TILE_ATTRIBUTION: '© T' }).tiles).toEqual({
      url: 'https://t.example/{z}.png',
      attribution: '© T',
    })
  })

  it.each([
    ['mqtt://broker.internal:1885', { host: null, port: 1885, tls: false }],
    ['mqtt://broker.internal', { host: null, port: 1883, tls: false }],
    ['mqtts://broker.internal', { host: null, port: 8883, tls: true }],
  ])('With the broker at %s devices are told %j, and not by which name the platform knows it.', (MQTT_URL, broker) =>
    expect(settingsOf({ MQTT_URL }).broker).toEqual(broker),
  )

  it.each([
    ['mqtts://mqtt.lading.example', { host: 'mqtt.lading.example', port: 8883, tls: true }],
    ['mqtt://[::1]:1890', { host: '::1', port: 1890, tls: false }],
  ])('With a public address of the broker, %s, devices are told that.', (PUBLIC_MQTT_URL, broker) =>
    expect(settingsOf({ PUBLIC_MQTT_URL }).broker).toEqual(broker),
  )

  it('A proxy is believed only where that was asked for.', () => {
    expect(settingsOf({}).trustProxy).toBe(false)
    expect(settingsOf({ TRUST_PROXY: 'true' }).trustProxy).toBe(true)
  })

  it('Payments are taken by nobody unless somebody says by whom, and never by the sandbox of itself.', () => {
    const [PAYMENT_WEBHOOK_SECRET, STRIPE_SECRET_KEY, PUBLIC_URL] = ['whsec_x', 'sk_test_x', 'https://lading.example']
    expect(settingsOf({ PAYMENT_WEBHOOK_SECRET, STRIPE_SECRET_KEY, PUBLIC_URL }).payments).toBeUndefined()
    expect(settingsOf({ PAYMENT_PROVIDER: 'sandbox', PAYMENT_WEBHOOK_SECRET }).payments).toEqual({
      provider: 'sandbox',
      webhookSecret: 'whsec_x',
    })
    expect(settingsOf({ PAYMENT_PROVIDER: 'stripe', PAYMENT_WEBHOOK_SECRET, STRIPE_SECRET_KEY, PUBLIC_URL }).payments).toEqual({
      ...{ provider: 'stripe', webhookSecret: 'whsec_x', secretKey: 'sk_test_x' },
    })
  })
})
