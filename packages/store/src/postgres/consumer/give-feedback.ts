import type { Db } from '../open.ts'
import { trackingFeedback } from '../schema/consumer.ts'

type Feedback = { rating: 'up' | 'down'; comment: string | null }

/** Keeps what a recipient says. */
export const giveFeedback = (db: Db, shipmentId: string, feedback: Feedback, givenAt: Date) =>
  db.insert(trackingFeedback).values({ shipmentId, ...feedback, givenAt })
