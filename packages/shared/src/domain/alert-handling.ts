/** What can be done about an alert. All but a comment need that nobody did something else meanwhile. */
export const alertActs = ['acknowledge', 'assign', 'snooze', 'wake', 'resolve', 'reopen', 'comment'] as const
export type AlertAct = (typeof alertActs)[number]

/** Why somebody resolved an alert. */
export const resolutions = ['fixed', 'accepted', 'handed-over', 'false-alarm', 'duplicate'] as const
export type Resolution = (typeof resolutions)[number]

/** What is kept of an alert's story; `worsened` and `eased` are the platform's word, and so is `returned`. */
export const alertEventKinds = [
  'acknowledged',
  'assigned',
  'snoozed',
  'woken',
  'resolved',
  'reopened',
  'commented',
  'worsened',
  'eased',
  'returned',
] as const
export type AlertEventKind = (typeof alertEventKinds)[number]

/**
 * Where an alert stands. `snoozed` is set aside until a time and comes back by itself; `resolved` was said to be dealt with by
 * a person, whether its cause is gone or not; `closed` went because its cause did.
 */
export const alertStates = ['open', 'snoozed', 'resolved', 'closed'] as const
export type AlertState = (typeof alertStates)[number]

type Handling = { closedAt: string | null; resolvedAt: string | null; snoozedUntil: string | null }

export const alertStateOf = ({ closedAt, resolvedAt, snoozedUntil }: Handling, nowMs: number): AlertState => {
  if (resolvedAt) return 'resolved'
  if (closedAt) return 'closed'
  return snoozedUntil && Date.parse(snoozedUntil) > nowMs ? 'snoozed' : 'open'
}

const possible: Record<AlertState, readonly AlertAct[]> = {
  open: ['acknowledge', 'assign', 'snooze', 'resolve', 'comment'],
  snoozed: ['acknowledge', 'assign', 'snooze', 'wake', 'resolve', 'comment'],
  resolved: ['reopen', 'comment'],
  closed: ['comment'],
}

/** Whether the act makes sense now. One whose cause is gone can be commented on and nothing else. */
export const isPossible = (act: AlertAct, alert: Handling & { acknowledgedAt: string | null }, nowMs: number) =>
  possible[alertStateOf(alert, nowMs)].includes(act) &&
  !(act === 'acknowledge' && alert.acknowledgedAt) &&
  !(act === 'reopen' && alert.closedAt)

/** Longer than this is not a snooze but an alert that nobody wants. */
export const longestSnoozeMs = 30 * 24 * 3_600_000
