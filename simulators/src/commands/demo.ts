import { parseArgs } from 'node:util'
import { runDemo } from '../demo/run-demo.ts'
import type { Command } from './command.ts'
import { withPlatform } from './connect.ts'
import { faultsOption, numberOption } from './options.ts'

export const demo: Command = async (context) => {
  const { values } = parseArgs({
    args: context.args,
    options: {
      devices: { type: 'string', default: '40' },
      addresses: { type: 'string' },
      seed: { type: 'string' },
      faults: { type: 'string', default: 'gentle' },
    },
  })
  const devices = numberOption('devices', values.devices, 1, 100_000, true)
  const rates = faultsOption(values.faults)
  await withPlatform(context, values.addresses, async ({ addresses: { directory }, ...platform }) => {
    context.say(`${devices} simulated devices at ${platform.time.speed} times the speed of the clock`)
    await runDemo({ ...platform, directory, devices, seed: values.seed, rates, say: context.say, signal: context.signal })
  })
}
