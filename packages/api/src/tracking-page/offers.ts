import { daysToChoose, mayWish } from '@lading/shared/domain/delivery-wish'
import { isFinished } from '@lading/shared/domain/shipment-state'
import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { wishesOf } from '@lading/store/postgres/delivery-wish/wishes'
import type { Db } from '@lading/store/postgres/open'
import { standingOfLink } from '@lading/store/postgres/tracking-link/standing'
import Type from 'typebox'
import type { Settings } from '../dependencies.ts'
import { newsKey } from './news-key.ts'
import { type DutiesOutcome, dutiesOutcomes } from './views/duties.ts'
import { type NewsOutcome, type NewsSection, newsOutcomes } from './views/news.ts'
import type { PushSection } from './views/push.ts'
import { type WishesSection, type WishOutcome, wishOutcomes } from './views/wishes.ts'
import { isBroughtToADoor, whenToBring } from './wishes.ts'

/** What a form of the page leads back with. */
export const OutcomeQuery = Type.Object({
  news: Type.Optional(Type.String({ maxLength: 20 })),
  wish: Type.Optional(Type.String({ maxLength: 20 })),
  duties: Type.Optional(Type.String({ maxLength: 20 })),
})

export type Outcomes = { news: NewsOutcome | undefined; wish: WishOutcome | undefined; duties: DutiesOutcome | undefined }

export const outcomesOf = ({ news, wish, duties }: Type.Static<typeof OutcomeQuery>): Outcomes => ({
  news: newsOutcomes.find((each) => each === news),
  wish: wishOutcomes.find((each) => each === wish),
  duties: dutiesOutcomes.find((each) => each === duties),
})

export type Offers = { news: NewsSection | null; push: PushSection | null; wishes: WishesSection | null }

type Deps = { db: Db; settings: Pick<Settings, 'dataKey' | 'mails' | 'pushKey'> }

/** What a reader of the page can ask for besides looking: it depends on how they came by the link, and on what they asked for before. */
export const createOffers =
  ({ db, settings }: Deps) =>
  async (token: string, shipment: ShownShipment, outcomes: Outcomes, now: Date): Promise<Offers> => {
    const { dataKey } = settings
    const standing = dataKey === undefined ? undefined : await standingOfLink(db, token)
    if (!standing || dataKey === undefined) return { news: null, push: null, wishes: null }
    // Of what is over nobody needs to hear; whoever does can still end it.
    const offersNews = newsKey(settings) !== undefined && (!isFinished(shipment.state) || standing.news !== null)
    const news = offersNews ? { url: `/track/${token}/news`, outcome: outcomes.news, on: standing.news } : null
    const key = isFinished(shipment.state) ? undefined : settings.pushKey
    const push = key === undefined ? null : { url: `/track/${token}/push`, key, number: shipment.trackingNumber }
    return { news, push, wishes: await wishesFor() }

    async function wishesFor(): Promise<WishesSection | null> {
      const { state, trackingNumber } = shipment
      if (!isBroughtToADoor(shipment) || isFinished(state)) return null
      const open = mayWish(state)
      if (!standing?.byFactor) return open ? { kind: 'prove', url: `/track?${new URLSearchParams({ number: trackingNumber })}` } : null
      const { current } = await wishesOf(db, shipment.id, dataKey as string)
      // What is over for good and was never wished is not worth a word.
      if (!open && !current && !outcomes.wish) return null
      const days = daysToChoose(whenToBring(shipment), now)
      return { kind: 'wish', url: `/track/${token}/wishes`, outcome: outcomes.wish, current, days, open }
    }
  }
