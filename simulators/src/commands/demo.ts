import { parseArgs } from 'node:util'
import { runDemo } from '../demo/run-demo.ts'
import { connectDevice } from '../platform/device-connection.ts'
import { createFleet } from '../platform/fleet.ts'
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
  await withPlatform(context, values.addresses, async ({ addresses: { directory, mqtt }, api, time }) => {
    context.say(`${devices} simulated devices at ${time.speed} times the speed of the clock`)
    const { say, signal } = context
    const fleet = createFleet({ connect: (device) => connectDevice(mqtt, device), onTrouble: say, nowMs: () => performance.now() })
    try {
      await runDemo({ api, fleet, time, directory, devices, seed: values.seed, rates, say, signal })
    } finally {
      await fleet.close()
    }
  })
}
