import { parseArgs } from 'node:util'

export type Flags = {
  real: boolean
  reset: boolean
  port: number
  devices: number
  speed: number
  simulators: boolean
  data: string | undefined
  host: string
}

export type Parsed = { flags: Flags } | { help: true } | { problem: string }

const options = {
  real: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
  port: { type: 'string', default: '8080' },
  devices: { type: 'string', default: '40' },
  speed: { type: 'string' },
  'no-simulators': { type: 'boolean', default: false },
  data: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

// A minute of platform time a second: ships move visibly while one watches.
const demonstrationSpeed = 60

export const parseFlags = (args: string[]): Parsed => {
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    if (values.help) return { help: true }
    const simulators = !values['no-simulators']
    return {
      flags: {
        real: values.real,
        reset: values.reset,
        port: within('--port', values.port, 1, 65_535, true),
        devices: within('--devices', values.devices, 1, 100_000, true),
        speed: values.speed === undefined ? (simulators ? demonstrationSpeed : 1) : within('--speed', values.speed, 0.001, 100_000, false),
        simulators,
        data: values.data === undefined ? undefined : notEmpty('--data', values.data),
        host: notEmpty('--host', values.host),
      },
    }
  } catch (error) {
    return { problem: firstSentence((error as Error).message) }
  }
}

const within = (name: string, raw: string, min: number, max: number, whole: boolean) => {
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value
  throw new Error(`${name} wants a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not "${raw}"`)
}

const notEmpty = (name: string, raw: string) => {
  if (raw.trim() === '') throw new Error(`${name} wants a value`)
  return raw
}

// Node adds advice about positional arguments that does not apply here.
const firstSentence = (message: string) => message.split('\n')[0]?.split('. ')[0] ?? message
