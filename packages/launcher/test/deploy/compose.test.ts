import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mosquittoConfig } from '@lading/services/mosquitto-config'
import { platformUser } from '@lading/shared/broker/names'
import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'
import { type VariableName, variables } from '@lading/shared/config/variables'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { configurationTable, environmentExample } from '../../src/docs/configuration.ts'
import { configurationIn } from '../../src/docs/readme-section.ts'
import { projectDirectory } from '../../src/project.ts'
import { interpolate, parseEnvironment } from './interpolate.ts'

type Service = {
  image?: string
  command?: string[]
  environment?: Record<string, string | number>
  ports?: string[]
  volumes?: string[]
  healthcheck?: object
  restart?: string
}
type Compose = { services: Record<string, Service>; volumes: Record<string, null> }

const file = (name: string) => readFile(join(projectDirectory, name), 'utf8')
const processes = ['api', 'ingest', 'workers', 'migrate'] as const
const started = [...processes, 'broker-accounts'] as const

let compose: Compose
let example: Record<string, string>
beforeAll(async () => {
  compose = parse(await file('docker-compose.yml'), { merge: true })
  example = parseEnvironment(await file('.env.example'))
})

const serviceOf = (name: string) => {
  const service = compose.services[name]
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`)
  return service
}

/** What a container sees, when a person has filled in the secrets of .env.example. */
const environmentOf = (name: string, secrets = Object.fromEntries(Object.keys(example).map((secret) => [secret, 'a1b2c3d4e5f6']))) =>
  Object.fromEntries(Object.entries(serviceOf(name).environment ?? {}).map(([key, value]) => [key, interpolate(String(value), secrets)]))

describe('docker-compose.yml', () => {
  it.each(started)('gives %s only variables that it reads.', (name) => {
    const known = new Set<string>(processVariables[name])
    expect(Object.keys(environmentOf(name)).filter((key) => !known.has(key))).toEqual([])
  })

  it.each(processes)('gives %s a configuration that it accepts.', (name) => {
    const config = readConfig<VariableName>(processVariables[name], environmentOf(name))
    expect(config.POSTGRES_URL).toBe('postgres://lading:a1b2c3d4e5f6@postgres:5432/lading')
    expect(config.QUEUE_URL).toBe('redis://redis:6379')
    expect(config.INFLUX_TOKEN).toBe('a1b2c3d4e5f6')
  })

  it('lets the platform, and nobody without a name, into the broker, and gives only the api the power over it.', async () => {
    const secrets = {
      MQTT_PASSWORD: 'platform',
      MOSQUITTO_ADMIN_PASSWORD: 'admin',
      POSTGRES_PASSWORD: 'p',
      INFLUX_TOKEN: 't',
      DATA_KEY: 'k',
    }
    for (const name of ['api', 'ingest', 'workers'] as const) {
      const environment = environmentOf(name, secrets)
      expect(environment).toMatchObject({ MQTT_USERNAME: platformUser, MQTT_PASSWORD: 'platform' })
      expect(environment.MOSQUITTO_ADMIN_PASSWORD).toBe(name === 'api' ? 'admin' : undefined)
    }
    const { command, volumes } = serviceOf('broker-accounts')
    expect(await file('deploy/mosquitto.conf')).toMatch(new RegExp(`^plugin_opt_config_file ${command?.[1]}$`, 'm'))
    expect(serviceOf('mosquitto').volumes).toContain(volumes?.[0])
  })

  it('has no default password: without .env it refuses, naming the variable.', () => {
    for (const name of [...started, 'mosquitto', 'postgres', 'influxdb'])
      expect(() => environmentOf(name, {})).toThrow(/^\w+: set it in \.env$/)
  })

  it('takes every secret from .env.example, where none has a value.', async () => {
    const wanted = new Set([...(await file('docker-compose.yml')).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
    expect(new Set(Object.keys(example))).toEqual(wanted)
    expect(Object.values(example).filter((value) => value !== '')).toEqual([])
  })

  it('publishes ports on this machine only.', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? [])
    expect(ports.length).toBeGreaterThan(0)
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  it('watches the health of everything that keeps running, and keeps the data of every server in a volume.', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      if (service.restart !== 'no') expect(service.healthcheck, name).toBeDefined()
    }
    for (const name of ['mosquitto', 'influxdb', 'redis', 'postgres']) {
      const volumes = serviceOf(name).volumes ?? []
      expect(
        volumes.some((volume) => Object.hasOwn(compose.volumes, volume.split(':')[0] ?? '')),
        name,
      ).toBe(true)
    }
  })

  it('runs files that exist.', async () => {
    for (const name of started) {
      const [entry = ''] = serviceOf(name).command ?? []
      expect(await file(entry), name).not.toBe('')
    }
  })

  it('gives its broker the limits that npm start --real gives Mosquitto.', async () => {
    const settings = (text: string) => text.split('\n').filter((line) => /^(max_|persistent_|autosave|persistence |allow_)/.test(line))
    expect(settings(await file('deploy/mosquitto.conf'))).toEqual(
      settings(mosquittoConfig({ directory: '/data', port: 1883, security: { plugin: '', file: '' } })),
    )
  })
})

describe('The configuration schema', () => {
  it('is what .env.example says; `node packages/launcher/src/docs/main.ts` writes it.', async () => {
    expect(await file('.env.example')).toBe(environmentExample())
  })

  it('is what the table in README.md says; the same command writes it.', async () => {
    expect(configurationIn(await file('README.md'))).toBe(configurationTable())
  })

  it('has no variable that no process reads.', () => {
    const read = new Set<string>(Object.values(processVariables).flat())
    expect(Object.keys(variables).filter((name) => !read.has(name))).toEqual([])
  })
})
