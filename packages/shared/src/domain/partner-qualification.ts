import type { HitState, PartnerDocumentKind, PartnerRole } from './partner.ts'

/** Worst last. */
export const qualificationStatuses = ['qualified', 'conditional', 'not-qualified', 'suspended'] as const
export type QualificationStatus = (typeof qualificationStatuses)[number]

export const qualificationReasonCodes = [
  'suspended-by-person',
  'sanctions-confirmed',
  'document-missing',
  'document-expired',
  'document-not-yet-valid',
  'sanctions-open',
  'document-expiring',
  'review-overdue',
  'review-not-set',
] as const
export type QualificationReasonCode = (typeof qualificationReasonCodes)[number]

/** Why a partner is not simply qualified; `status` is what this reason alone would make of it. */
export type QualificationReason = {
  code: QualificationReasonCode
  status: QualificationStatus
  document: PartnerDocumentKind | null
  /** The day from which, or since which, it holds; ISO 8601. */
  day: string | null
  count: number | null
}

export type Qualification = { status: QualificationStatus; reasons: QualificationReason[]; nextExpiry: string | null }

/** What somebody has to show before goods are given to them, by what they do. House rules, not law: what is asked for by law differs. */
export const requiredDocuments: Record<PartnerRole, PartnerDocumentKind[]> = {
  supplier: ['registration'],
  carrier: ['operating-licence', 'insurance'],
  forwarder: ['registration', 'insurance'],
  broker: ['broker-licence'],
  warehouse: ['insurance', 'agreement'],
  marketplace: ['agreement'],
  buyer: ['registration'],
}

/** So long before a document ends it is time for the next one. */
export const expiringDays = 30
const dayMs = 86_400_000

type Known = {
  roles: PartnerRole[]
  documents: { kind: PartnerDocumentKind; validFrom: string | null; validUntil: string | null }[]
  reviewDue: string | null
  suspendedSince: string | null
  hits: HitState[]
}

/**
 * Whether a partner may be given work, and every reason why not. Days are inclusive: a document is good on its last day. Of several of a
 * kind the one that lasts longest counts. The status is that of the worst reason.
 */
export const qualificationOf = ({ roles, documents, reviewDue, suspendedSince, hits }: Known, now: Date): Qualification => {
  const today = dayOf(now)
  const soon = dayOf(new Date(now.getTime() + expiringDays * dayMs))
  const reasons: QualificationReason[] = []
  const add = (code: QualificationReasonCode, status: QualificationStatus, about: Partial<QualificationReason> = {}) =>
    reasons.push({ code, status, document: null, day: null, count: null, ...about })

  if (suspendedSince) add('suspended-by-person', 'suspended', { day: suspendedSince })
  const [confirmed, open] = [hits.filter((state) => state === 'confirmed').length, hits.filter((state) => state === 'open').length]
  if (confirmed > 0) add('sanctions-confirmed', 'suspended', { count: confirmed })

  const required = [...new Set(roles.flatMap((role) => requiredDocuments[role]))]
  const kinds = [...new Set([...required, ...documents.map(({ kind }) => kind)])]
  const ends: string[] = []
  for (const document of kinds) {
    const isRequired = required.includes(document)
    const ofKind = documents.filter(({ kind }) => kind === document)
    const good = ofKind.filter(({ validFrom, validUntil }) => (validFrom ?? '') <= today && (validUntil ?? forever) >= today)
    if (good.length > 0) {
      const end = latest(good.map(({ validUntil }) => validUntil ?? forever))
      if (end === forever) continue
      ends.push(end)
      // One that follows at once is as good as one that lasts.
      const isFollowed = ofKind.some(({ validFrom, validUntil }) => (validFrom ?? '') <= nextDay(end) && (validUntil ?? forever) > end)
      if (end <= soon && !isFollowed) add('document-expiring', 'conditional', { document, day: end })
      continue
    }
    if (!isRequired) continue
    const past = ofKind.flatMap(({ validUntil }) => (validUntil && validUntil < today ? [validUntil] : []))
    const coming = ofKind.flatMap(({ validFrom }) => (validFrom && validFrom > today ? [validFrom] : []))
    if (past.length > 0) add('document-expired', 'not-qualified', { document, day: latest(past) })
    else if (coming.length > 0) add('document-not-yet-valid', 'not-qualified', { document, day: coming.toSorted()[0] ?? null })
    else add('document-missing', 'not-qualified', { document })
  }
  if (open > 0) add('sanctions-open', 'conditional', { count: open })
  if (!reviewDue) add('review-not-set', 'conditional')
  else if (reviewDue < today) add('review-overdue', 'conditional', { day: reviewDue })

  const rank = ({ status }: { status: QualificationStatus }) => qualificationStatuses.indexOf(status)
  const sorted = reasons.toSorted((one, other) => rank(other) - rank(one))
  return { status: sorted[0]?.status ?? 'qualified', reasons: sorted, nextExpiry: ends.toSorted()[0] ?? null }
}

/** The day on which something that was shown ends first; what has ended already is the most urgent. */
export const firstEnd = ({ reasons, nextExpiry }: Qualification) =>
  reasons.find(({ code }) => code === 'document-expired')?.day ?? nextExpiry ?? forever

const forever = '9999-12-31'
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const nextDay = (day: string) => dayOf(new Date(Date.parse(day) + dayMs))
const latest = (days: string[]) => days.toSorted().at(-1) ?? ''
