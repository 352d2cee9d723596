import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from '../browser.ts'
import { type Addresses, startPlatform } from '../platform.ts'
import { pictures } from './pictures.ts'
import { findSubjects } from './subjects.ts'
import { take } from './take.ts'

const directory = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const usage = 'usage: npm run screenshots -- [--data DIRECTORY of a platform that runs] [--only NAME]'

/** A platform that runs already, or one that is started for the pictures and stopped after. */
const reach = async (data: string | undefined) => {
  if (data) {
    const addresses = JSON.parse(await readFile(join(data, 'addresses.json'), 'utf8')) as Addresses
    return { addresses, leave: async () => {} }
  }
  const temporary = await mkdtemp(join(tmpdir(), 'lading-screenshots-'))
  const platform = await startPlatform({ data: temporary })
  const leave = async () => {
    await platform.stop()
    await rm(temporary, { recursive: true, force: true })
  }
  return { addresses: platform.addresses, leave }
}

const { data, only } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } }).values
const wanted = pictures.filter(({ name }) => only === undefined || name === only)
if (wanted.length === 0) throw new Error(`There is no picture ${only}.\n${usage}`)

const { addresses, leave } = await reach(data)
const browser = await openBrowser()
try {
  await mkdir(directory, { recursive: true })
  const subjects = await findSubjects(addresses)
  for (const picture of wanted) {
    await take({ browser, addresses, subjects, directory }, picture)
    process.stdout.write(`docs/images/${picture.name}.png\n`)
  }
} finally {
  await browser.close()
  await leave()
}
