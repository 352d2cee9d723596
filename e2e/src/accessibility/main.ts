import { parseArgs } from 'node:util'
import { openBrowser } from '../browser.ts'
import { reachPlatform } from '../reach-platform.ts'
import { reportOf, wrongOf } from './report.ts'
import { findSubjects } from './subjects.ts'
import { walk } from './walk.ts'

// npm run accessibility -- [--data DIRECTORY of a platform that runs] [--only PART of a view's name]
const { data, only } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } }).values
const { addresses, leave } = await reachPlatform(data)
const browser = await openBrowser()
try {
  const subjects = await findSubjects(addresses)
  const findings = await walk({ browser, addresses, subjects, ...(only && { only }) })
  process.stdout.write(`${reportOf(findings)}\n`)
  if (wrongOf(findings).length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await leave()
}
