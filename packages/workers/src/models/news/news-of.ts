import { type Known, largeMoveHours, type News, type NewsKind, newsKinds, type Wanted } from '@lading/shared/domain/news'
import { hourMs } from '../fix.ts'

/**
 * Which news it is to somebody that a shipment is not as it was when they were told last; none where they did not want to hear of it.
 * `told` is what they know from now on: an arrival that moved a little stays what it was to them, so that many small moves become news.
 */
export const newsOf = (told: Known, known: Known, wanted: Wanted): { told: Known; news: News | null } => {
  const kinds = newsKinds.filter((kind) => wanted.kinds.includes(kind) && happened[kind](told, known, wanted))
  // A window is told with everything, and of goods that are there it says nothing.
  const said = kinds.includes('delivered')
    ? (['delivered'] as const).slice()
    : kinds.length > 1
      ? kinds.filter((kind) => kind !== 'window')
      : kinds
  const news = said.length > 0 ? { kinds: said as NewsKind[], known, laterByMs: laterByMs(told, known) } : null
  const window = news || !told.window || hasMoved(told, known, limitHours(wanted)) ? known.window : told.window
  return { told: { ...known, window, arriving: told.arriving || known.arriving }, news }
}

const happened: Record<NewsKind, (told: Known, known: Known, wanted: Wanted) => boolean> = {
  delivered: (told, known) => became('delivered', told, known),
  arriving: (told, known) =>
    became('out-for-delivery', told, known) || became('available-for-pickup', told, known) || (known.arriving && !told.arriving),
  customs: ({ customs: before }, { customs: now }) =>
    now !== null && (now.entryId !== before?.entryId || now.state !== before.state || now.at !== before.at),
  delayed: (told, known) =>
    became('exception', told, known) || became('attempt-failed', told, known) || laterByMs(told, known) >= largeMoveHours * hourMs,
  window: (told, known, wanted) => hasMoved(told, known, wanted.windowHours),
}

const became = (state: Known['state'], told: Known, known: Known) => known.state === state && told.state !== state

const laterByMs = ({ window: before }: Known, { window: now }: Known) => (before && now ? now.p50 - before.p50 : 0)

const hasMoved = ({ window: before }: Known, { window: now }: Known, hours: number) =>
  before !== null && now !== null && Math.max(Math.abs(now.p10 - before.p10), Math.abs(now.p90 - before.p90)) >= hours * hourMs

const limitHours = ({ kinds, windowHours }: Wanted) => (kinds.includes('window') ? windowHours : largeMoveHours)
