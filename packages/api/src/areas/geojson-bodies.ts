import type { App } from '../app.ts'

/** Files of GeoJSON come with a type of their own (RFC 7946, 12). */
export const acceptGeoJson = (app: App) =>
  app.addContentTypeParser('application/geo+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
