/** Files that other programs read: tracks as GPX and GeoJSON, readings as CSV. */
export const exportFormats = ['gpx', 'geojson', 'csv'] as const
