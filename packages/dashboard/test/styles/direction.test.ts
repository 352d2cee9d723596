import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../src/', import.meta.url))
// The map is the same in every language, and so are its corners.
const notMirrored = new Set(['styles/map.css', 'tracking/tracking-map.css'])

const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css') && !notMirrored.has(file))

// Centred by `left: 50%` is centred in every direction. Four values of a shorthand go round physically: the second is the right one.
const physical =
  /(?:^|[;{\s])(?:(?:margin|padding|border|inset)-(?:left|right)\b|(?:left|right):(?! 50%)|(?:text-align|float|clear): (?:left|right)\b)/
const value = String.raw`((?:calc|var)\((?:[^()]|\([^()]*\))*\)|[\w.%-]+)`
const fourValues = new RegExp(`\\b(?:margin|padding|inset): ${value} ${value} ${value} ${value};`)

const isPhysical = (line: string) => {
  const [, , right, , left] = fourValues.exec(line) ?? []
  return physical.test(line) || right !== left
}

test.each(sheets)('%s says start and end, not left and right, so that it can be read from right to left.', (file) => {
  const lines = readFileSync(source + file, 'utf8').split('\n')
  expect(lines.filter(isPhysical)).toEqual([])
})

test('Left and right are found where they are.', () => {
  for (const line of ['  margin-left: 4px;', '  right: 0;', '  text-align: left;', '  border-right: 1px solid;', '  padding: 0 1px 0 2px;'])
    expect(isPhysical(line), line).toBe(true)
  for (const line of ['  left: 50%;', '  margin-inline: 1px;', '  text-align: start;', '  padding: 0 1px 0 1px;', '  color: var(--left);'])
    expect(isPhysical(line), line).toBe(false)
})
