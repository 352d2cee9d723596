import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describeApi } from './describe-api.ts'

/** Writes packages/api/openapi.json, which a test compares with what the routes say. */
const file = fileURLToPath(new URL('../openapi.json', import.meta.url))
await writeFile(file, `${JSON.stringify(await describeApi(), null, 2)}\n`)
console.log(`Written: ${file}`)
