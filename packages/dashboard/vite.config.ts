import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/',
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
