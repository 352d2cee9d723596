import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }>

const root = fileURLToPath(new URL('..', import.meta.url))

describe('The dashboard as it is built', () => {
  let directory = ''
  const read = (file: string) => readFileSync(join(directory, file), 'utf8')
  const files = () => readdirSync(directory, { recursive: true, encoding: 'utf8' })

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lading-dashboard-'))
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: directory, emptyOutDir: true } })
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  test('Pages carry no inline script and no inline style, which the content security policy would stop.', () => {
    const html = read('index.html')
    expect(html).not.toMatch(/<style|style=|\son\w+=/)
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain('src="/')
  })

  test('Style sheets draw nothing from data: sources.', () => {
    const sheets = files().filter((file) => file.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(0)
    for (const file of sheets) expect(read(file)).not.toContain('url(data:')
  })

  test('Charts of conditions and the replay are no part of the first screen’s script.', () => {
    const manifest = JSON.parse(read('.vite/manifest.json')) as Manifest
    const needed = (name: string): string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(needed)]
    const first = new Set(needed('src/start.tsx').map((name) => manifest[name]?.file))
    const later = ['src/charts/condition-charts.tsx', 'src/views/replay/replay-bar.tsx', 'src/map/layers/replay.ts'].map(
      (name) => manifest[name]?.file,
    )
    expect(later).not.toContain(undefined)
    expect(later.filter((file) => first.has(file))).toEqual([])
    for (const file of first) expect(read(file as string)).not.toContain('u-cursor-pt')
  })

  test('The tracking page needs at most 60 kB of script before its map.', () => {
    const manifest = JSON.parse(read('.vite/manifest.json')) as Manifest
    const entry = manifest['src/tracking/main.ts']
    const needed = (name: string): string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(needed)]
    const scripts = [...new Set(needed('src/tracking/main.ts'))].map((name) => manifest[name]?.file ?? '')
    const bytes = scripts.reduce((sum, file) => sum + statSync(join(directory, file)).size, 0)
    expect(entry?.css?.length).toBeGreaterThan(0)
    expect(entry?.dynamicImports).toEqual(['src/tracking/map.ts'])
    expect(bytes).toBeLessThanOrEqual(60_000)
  })
})
