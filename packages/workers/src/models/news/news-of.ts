import {
  type Known,
  largeMoveHours,
  type News,
  type NewsKind,
  newsKinds,
  type Told,
  type Wanted,
  windowQuietHours,
} from '@lading/shared/domain/news'
import { hourMs } from '../fix.ts'

/**
 * Which news it is to somebody that a shipment is not as it was when they were told last; none where they did not want to hear of it.
 * `told` is what they know from now on: an arrival that moved a little stays what it was to them, so that many small moves become news.
 */
export const newsOf = (told: Told, known: Known, wanted: Wanted, nowMs: number): { told: Told; news: News | null } => {
  const quiet = told.toldAt !== undefined && nowMs - told.toldAt < windowQuietHours * hourMs
  const happenedNow = (kind: NewsKind) => happened[kind](told, known, wanted) && !(kind === 'window' && quiet)
  const all = newsKinds.filter((kind) => wanted.kinds.includes(kind) && happenedNow(kind))
  const kinds = withoutNeedless(all)
  const news = kinds.length > 0 ? { kinds, known, laterByMs: laterByMs(told, known) } : null
  return { told: { ...known, ...afterwards(told, known, wanted), ...(news && { window: known.window, toldAt: nowMs }) }, news }
}

// Once it is there nothing else matters, and a window is told with everything.
const withoutNeedless = (kinds: NewsKind[]) => {
  if (kinds.includes('delivered')) return ['delivered' as const]
  return kinds.length > 1 ? kinds.filter((kind) => kind !== 'window') : kinds
}

// A move that is not told now is measured from the same window later; one that is never told is forgotten.
const afterwards = (told: Told, known: Known, wanted: Wanted): Partial<Told> => {
  const never = !wanted.kinds.includes('window') && hasMoved(told, known, largeMoveHours)
  return {
    window: !told.window || never ? known.window : told.window,
    arriving: told.arriving || known.arriving,
    ...(told.toldAt !== undefined && { toldAt: told.toldAt }),
  }
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
