import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the page's script and style sheets are; none where the dashboard is not built, and the page works without them. */
export type Assets = { scripts: string[]; styles: string[] }

const entry = 'src/tracking/main.ts'

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

export const readAssets = (dashboardDirectory: string): Assets => {
  const manifest = readManifest(join(dashboardDirectory, '.vite', 'manifest.json'))
  const chunk = manifest?.[entry]
  if (!manifest || !chunk) return { scripts: [], styles: [] }
  const imported = (chunk.imports ?? []).flatMap((name) => manifest[name]?.css ?? [])
  return { scripts: [`/${chunk.file}`], styles: [...new Set([...imported, ...(chunk.css ?? [])])].map((file) => `/${file}`) }
}

const readManifest = (path: string): Manifest | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`the dashboard's manifest ${path} cannot be read: build the dashboard again`, { cause: error })
  }
}
