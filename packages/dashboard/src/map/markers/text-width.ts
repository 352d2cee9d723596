import type L from 'leaflet'

// The face of labels in map.css; canvas measures text without laying anything out.
const measure = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D

/** How wide a label on the map is, with the halo around its letters. */
export const textWidth = (map: L.Map, text: string, weight = 400) => {
  measure.font = `${weight} 12px ${getComputedStyle(map.getContainer()).fontFamily}`
  return measure.measureText(text).width + 4
}
