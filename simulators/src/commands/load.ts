import { parseArgs } from 'node:util'
import { atMost } from '../demo/at-most.ts'
import { loadDeviceId, runLoad } from '../load/run-load.ts'
import { UsageError } from '../usage-error.ts'
import type { Command } from './command.ts'
import { withPlatform } from './connect.ts'
import { numberOption } from './options.ts'

/** A bounded load on the running platform, with what came of it as one line of JSON. */
export const load: Command = async (context) => {
  const { values } = parseArgs({
    args: context.args,
    options: {
      devices: { type: 'string', default: '100' },
      rate: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '10' },
      prefix: { type: 'string', default: 'load' },
      'allow-remote': { type: 'boolean', default: false },
      addresses: { type: 'string' },
    },
  })
  const devices = numberOption('devices', values.devices, 1, 10_000, true)
  const perSecond = numberOption('rate', values.rate, 0.1, 200_000)
  const seconds = numberOption('seconds', values.seconds, 0.1, 3600)
  const { prefix } = values
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(prefix)) throw new UsageError('--prefix wants letters, digits, dots and hyphens')
  const { mqtt } = await context.addresses(values.addresses)
  if (!values['allow-remote'] && !isLoopback(mqtt))
    throw new UsageError(`${mqtt} is not on this machine: a load test needs its owner's consent; say --allow-remote if you have it`)

  await withPlatform(context, values.addresses, async ({ api, connect, time: { clock } }) => {
    const ids = Array.from({ length: devices }, (_, index) => loadDeviceId(prefix, index))
    await atMost(8, ids, (id) => api.registerDevice({ id, label: 'Load' }))
    // All of it through one connection, as a gateway does: a thousand connections would be a test of connecting.
    const gateway = `${prefix}-gateway`
    const secret = await api.enrol({ id: gateway, label: 'Gateway of the load' })
    await api.carry(gateway, ids)
    const publisher = await connect({ id: gateway, secret })
    const plan = { devices, perSecond, seconds, prefix, startMs: clock.now().getTime() }
    context.say(JSON.stringify({ devices, rate: perSecond, ...(await runLoad(publisher, plan, context.signal)) }))
  })
}

const isLoopback = (url: string) => {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
