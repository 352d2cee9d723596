import { fileURLToPath } from 'node:url'
import { compiledCatalogues } from '@lading/i18n/vite-plugin'
import { build, defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// What the first script imports once it has the texts is fetched while it waits for them.
const fetchedAhead = (): Plugin => ({
  name: 'fetched-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []))
      const start = chunks.find(({ facadeModuleId }) => facadeModuleId === here('src/start.tsx'))
      const wanted = chunks.filter((chunk) => chunk === start || (start?.imports.includes(chunk.fileName) && !chunk.isEntry))
      const styles = wanted.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
      const link = (rel: string, file: string) => ({ tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` } })
      return [
        ...wanted.map(({ fileName }) => ({ ...link('modulepreload', fileName), injectTo: 'head' as const })),
        // The map's own style sheet, before the one that knows better.
        ...styles.map((file) => ({ ...link('stylesheet', file), injectTo: 'head-prepend' as const })),
      ]
    },
  },
})

// A service worker is known by its address and rules what is below it. One file, as not every browser lets a worker import.
const serviceWorker = (fileName: string, input: string): Plugin => ({
  name: fileName,
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: here(input), output: { format: 'iife' } } },
    })
    const chunks = [built].flat().flatMap((its) => ('output' in its ? its.output : []))
    const [worker] = chunks.flatMap((output) => (output.type === 'chunk' ? [output] : []))
    if (!worker || chunks.length > 1) this.error('a service worker did not become one file')
    this.emitFile({ type: 'asset', fileName, source: worker.code })
  },
})

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [
    compiledCatalogues(),
    fetchedAhead(),
    serviceWorker('service-worker.js', 'src/offline/service-worker.ts'),
    serviceWorker('tracking-worker.js', 'src/tracking/push-worker.ts'),
  ],
  json: { namedExports: false, stringify: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The api finds the tracking page's script and style sheet here.
    manifest: true,
    // The content security policy allows no data: source, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() and es2022 are in every evergreen browser since May 2024; without the floor the tokens would be rewritten.
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: { input: { app: here('index.html'), tracking: here('src/tracking/main.ts') } },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080', '/track': 'http://127.0.0.1:8080' } },
})
