import { backEndOf } from './back-end.ts'

/**
 * Makes the queue usable: in PostgreSQL, BullMQ's tables and functions are created or brought up to date, under a lock of
 * its own, so several processes may call this at once. Redis needs nothing.
 */
export const prepareQueue = (url: string) => backEndOf(url).migrate()
