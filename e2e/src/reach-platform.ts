import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Addresses, startPlatform } from './platform.ts'

/** A platform that runs already on a directory of data, or one that is started for the occasion and is gone once it is left. */
export const reachPlatform = async (data: string | undefined) => {
  if (data) {
    const addresses = JSON.parse(await readFile(join(data, 'addresses.json'), 'utf8')) as Addresses
    return { addresses, leave: async () => {} }
  }
  const temporary = await mkdtemp(join(tmpdir(), 'lading-look-'))
  const platform = await startPlatform({ data: temporary })
  const leave = async () => {
    await platform.stop()
    await rm(temporary, { recursive: true, force: true })
  }
  return { addresses: platform.addresses, leave }
}
