import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../src/screenshots/pictures.ts'

const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url))

describe('Pictures', () => {
  it('The README shows those that the script takes, says what is on them, and none is left over.', async () => {
    const readme = await readFile(`${projectDirectory}/README.md`, 'utf8')
    const shown = [...readme.matchAll(/<img src="docs\/images\/([^"]+)\.png" alt="([^"]+)"/g)].map(([, name, about]) => ({ name, about }))
    expect(shown).toEqual(pictures.map(({ name, about }) => ({ name, about })))
    const files = await readdir(`${projectDirectory}/docs/images`)
    expect(files.toSorted()).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted())
  })
})
