/** What a wall shows in turn. */
export const wallShows = ['regions', 'views', 'both'] as const
export type WallShow = (typeof wallShows)[number]

export type Wallboard = { seconds: number; show: WallShow }

const usual: Wallboard = { seconds: 20, show: 'both' }
const bounds = { least: 5, most: 3600 }

/** Reads `?wallboard`, `?wallboard=30` (seconds for each picture), `&show=regions` or `views`. */
export const readWallboard = (search: string): Wallboard | undefined => {
  const query = new URLSearchParams(search)
  const text = query.get('wallboard')
  if (text === null) return undefined
  const seconds = Number(text)
  return {
    seconds: text !== '' && Number.isFinite(seconds) ? Math.min(bounds.most, Math.max(bounds.least, seconds)) : usual.seconds,
    show: wallShows.find((show) => show === query.get('show')) ?? usual.show,
  }
}
