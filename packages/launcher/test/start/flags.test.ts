import { describe, expect, it } from 'vitest'
import { parseFlags } from '../../src/start/flags.ts'

const flagsOf = (...args: string[]) => {
  const parsed = parseFlags(args)
  if (!('flags' in parsed)) throw new Error(JSON.stringify(parsed))
  return parsed.flags
}

describe('The flags of npm start', () => {
  it('bind to this machine only, and run a demonstration a minute a second, when none is given.', () => {
    expect(flagsOf()).toEqual({
      real: false,
      reset: false,
      port: 8080,
      devices: 40,
      speed: 60,
      simulators: true,
      data: undefined,
      host: '127.0.0.1',
    })
  })

  it('run in real time without simulators, unless a speed is given.', () => {
    expect(flagsOf('--no-simulators').speed).toBe(1)
    expect(flagsOf('--no-simulators', '--speed', '2.5').speed).toBe(2.5)
  })

  it('are all read.', () => {
    expect(flagsOf('--real', '--reset', '--port=9000', '--devices', '7', '--speed', '1', '--data', 'here', '--host', '0.0.0.0')).toEqual({
      real: true,
      reset: true,
      port: 9000,
      devices: 7,
      speed: 1,
      simulators: true,
      data: 'here',
      host: '0.0.0.0',
    })
  })

  it.each([
    [['--prot', '9000'], "Unknown option '--prot'"],
    [['fast'], "Unexpected argument 'fast'"],
    [['--port', '70000'], '--port wants a whole number from 1 to 65535, not "70000"'],
    [['--port', '80.5'], '--port wants a whole number from 1 to 65535, not "80.5"'],
    [['--devices', '0'], '--devices wants a whole number from 1 to 100000, not "0"'],
    [['--speed', 'fast'], '--speed wants a number from 0.001 to 100000, not "fast"'],
    [['--speed', ''], '--speed wants a number from 0.001 to 100000, not ""'],
    [['--data', ' '], '--data wants a value'],
    [['--port'], "Option '--port <value>' argument missing"],
  ])('that cannot be used are answered in one line: %j', (args, problem) => {
    expect(parseFlags(args)).toEqual({ problem })
  })

  it('include --help, whatever else is asked.', () => {
    expect(parseFlags(['--help', '--real'])).toEqual({ help: true })
  })
})
