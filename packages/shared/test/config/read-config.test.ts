import { processVariables } from '@lading/shared/config/processes'
import { ConfigError, readConfig } from '@lading/shared/config/read-config'
import { expect, it } from 'vitest'

const POSTGRES_URL = 'postgres://lading:secret@127.0.0.1/lading'

it('fills in defaults and leaves optional variables undefined', () => {
  const config = readConfig(processVariables.api, { POSTGRES_URL })
  expect(config.API_PORT).toBe(8080)
  expect(config.INFLUX_URL).toBeUndefined()
})

it('takes an empty string as unset, as compose files pass it', () => {
  expect(readConfig(['INFLUX_URL', 'API_PORT'], { INFLUX_URL: '', API_PORT: '' })).toEqual({ INFLUX_URL: undefined, API_PORT: 8080 })
})

it('names every problem at once', () => {
  const read = () => readConfig(processVariables.api, { API_PORT: '80a', MQTT_URL: 'http://broker', LOG_LEVEL: 'loud' })
  expect(read).toThrow(ConfigError)
  try {
    read()
  } catch (error) {
    const { problems } = error as ConfigError
    expect(problems).toHaveLength(4)
    for (const name of ['API_PORT', 'MQTT_URL', 'LOG_LEVEL', 'POSTGRES_URL']) expect(problems.join('\n')).toContain(name)
  }
})

it('never repeats a secret', () => {
  expect(() => readConfig(['POSTGRES_URL'], { POSTGRES_URL: 'mysql://root:hunter2@db' })).toThrow(/^(?!.*hunter2)/s)
})

it.each([
  ['API_PORT', '0'],
  ['API_PORT', '65536'],
  ['API_PORT', '8080.5'],
  ['CLOCK_SPEED', '-1'],
  ['CLOCK_START', 'yesterday'],
] as const)('refuses %s=%s', (name, value) => {
  expect(() => readConfig([name], { [name]: value })).toThrow(name)
})

it.each([
  [{ READING_DAYS: '90', HOURLY_DAYS: '30' }, /^.*\n {2}HOURLY_DAYS: 30 days are less than the 90 of READING_DAYS/],
  [{ READING_DAYS: '2000' }, /HOURLY_DAYS: 1095 days are less than the 2000/],
  [{ READING_DAYS: '1' }, /READING_DAYS: 2 days at least are expected, or 0 for ever/],
])('refuses %j, as each alone may be set but not so together', (env, message) => {
  expect(() => readConfig(['READING_DAYS', 'HOURLY_DAYS'], env)).toThrow(message)
})

it.each([
  { READING_DAYS: '0', HOURLY_DAYS: '30' },
  { READING_DAYS: '90', HOURLY_DAYS: '0' },
  { READING_DAYS: '90', HOURLY_DAYS: '90' },
])('takes %j, where 0 is for ever', (env) => {
  expect(readConfig(['READING_DAYS', 'HOURLY_DAYS'], env)).toEqual({
    READING_DAYS: Number(env.READING_DAYS),
    HOURLY_DAYS: Number(env.HOURLY_DAYS),
  })
})

const mailing = { POSTGRES_URL, SMTP_URL: 'smtps://user:hunter2@mail.example', MAIL_FROM: 'Lading <tracking@example.com>' }
const complete = { ...mailing, DATA_KEY: 'key', PUBLIC_URL: 'https://track.example' }

it('sends mails only where everything is set that they take', () => {
  expect(readConfig(processVariables.workers, complete).MAIL_FROM).toBe('Lading <tracking@example.com>')
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'DATA_KEY', 'PUBLIC_URL'])
    expect(() => readConfig(processVariables.workers, { ...complete, [name]: '' }), name).toThrow(name)
  // The api only has to know whether mails are offered.
  expect(readConfig(processVariables.api, { POSTGRES_URL, MAIL_FROM: 'tracking@example.com' }).MAIL_FROM).toBe('tracking@example.com')
})

it.each(['Lading', 'Lading <tracking>', 'a@b <c@d>', 'Lading <a@example.com'])('refuses mails from %s', (MAIL_FROM) => {
  expect(() => readConfig(processVariables.workers, { ...complete, MAIL_FROM })).toThrow(/^(?!.*hunter2).*MAIL_FROM/s)
})

it('takes payments only where what a provider tells can be verified', () => {
  const stripe = { POSTGRES_URL, PAYMENT_PROVIDER: 'stripe', PAYMENT_WEBHOOK_SECRET: 'whsec_x', STRIPE_SECRET_KEY: 'sk_test_x' }
  const whole = { ...stripe, PUBLIC_URL: 'https://track.example' }
  expect(readConfig(processVariables.api, whole).PAYMENT_PROVIDER).toBe('stripe')
  for (const name of ['PAYMENT_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY', 'PUBLIC_URL'])
    expect(() => readConfig(processVariables.api, { ...whole, [name]: '' }), name).toThrow(name)
  expect(() => readConfig(processVariables.api, { POSTGRES_URL, PAYMENT_PROVIDER: 'sandbox' })).toThrow('PAYMENT_WEBHOOK_SECRET')
  expect(readConfig(processVariables.api, { POSTGRES_URL }).PAYMENT_PROVIDER).toBe('none')
})
