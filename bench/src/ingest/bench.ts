import { type Bench, UsageError } from '../platform/bench.ts'
import { ingest } from './ingest.ts'

/** How much ingest stores in a second, against doing nothing with the messages. */
export const ingestBench: Bench = {
  flags: { embedded: { type: 'boolean' }, http: { type: 'boolean' } },
  usage: '[--embedded | --http]',
  run: (flags, say) => {
    if (flags.embedded && flags.http) throw new UsageError('--embedded and --http are two measurements')
    return ingest({ mode: flags.embedded ? 'embedded' : flags.http ? 'http' : 'real', say })
  },
}
