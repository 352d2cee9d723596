import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkPack } from './pack.ts'

// node packages/store/src/claim/check-pack.ts FILE [--head HASH]: needs no database and no network. Ends with 0 where the pack is intact.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { head: { type: 'string' } } })
const [file] = positionals
if (!file) {
  console.error('check-pack.ts FILE [--head HASH]')
  process.exit(2)
}
const check = checkPack(await readFile(file))
const isItsHead = !check.isIntact || values.head === undefined || values.head === check.head
console.log(JSON.stringify({ ...check, ...(values.head !== undefined && { isItsHead: check.isIntact && isItsHead }) }, null, 2))
process.exitCode = check.isIntact && isItsHead ? 0 : 1
