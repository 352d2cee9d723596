import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from '../browser.ts'
import { reachPlatform } from '../reach-platform.ts'
import { pictures } from './pictures.ts'
import { findSubjects } from './subjects.ts'
import { take } from './take.ts'

const directory = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const usage = 'usage: npm run screenshots -- [--data DIRECTORY of a platform that runs] [--only NAME]'

const { data, only } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } }).values
const wanted = pictures.filter(({ name }) => only === undefined || name === only)
if (wanted.length === 0) throw new Error(`There is no picture ${only}.\n${usage}`)

const { addresses, leave } = await reachPlatform(data)
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
