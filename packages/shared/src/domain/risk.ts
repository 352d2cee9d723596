/** What supply chains fail by. They come together: a strike delays, silences and diverts at once. */
export const riskKinds = ['credit', 'logistics', 'information', 'legal', 'political', 'natural'] as const
export type RiskKind = (typeof riskKinds)[number]

/** What can be held against a shipment, and of which kind it is. */
export const evidenceKinds = {
  'partner-score': 'credit',
  'arrival-slips': 'logistics',
  'long-wait': 'logistics',
  congestion: 'logistics',
  'handovers-left': 'logistics',
  stalled: 'logistics',
  'off-route': 'logistics',
  'delivered-elsewhere': 'information',
  'said-cold-is-warm': 'information',
  'before-its-cause': 'information',
  silence: 'information',
  'customs-hold': 'legal',
  'missing-documents': 'legal',
  'examination-likely': 'legal',
  'declaration-findings': 'legal',
  'rule-change': 'legal',
  'country-index': 'political',
  'country-event': 'political',
  'hazard-ahead': 'natural',
} as const satisfies Record<string, RiskKind>
export type EvidenceCode = keyof typeof evidenceKinds
export const evidenceCodes = Object.keys(evidenceKinds) as EvidenceCode[]

/** What a piece of evidence rests on, so that it can be opened. */
export const evidenceSources = [
  'alert',
  'hazard',
  'report',
  'milestone',
  'customs-entry',
  'trade-rule',
  'country-index',
  'country-event',
  'arrival',
  'leg',
  'partner',
] as const
export type EvidenceSource = (typeof evidenceSources)[number]

/** One thing that speaks for the promise being broken, with what it rests on. */
export type RiskEvidence = {
  what: EvidenceCode
  /** For the face to word. Units are in the names. */
  facts: Record<string, string | number | null>
  /** Logarithm of how much more likely one sees it where the promise is broken than where it is kept, 0 or more. */
  weight: number
  /** How sure it is that what it rests on is so, 0 to 1. */
  confidence: number
  /** When it was so, or was last known to be. */
  at: string
  /** After so many hours it says half as much; null: it holds for as long as it is there. */
  halfLifeHours: number | null
  /** The arrival time has taken it into account already: it is shown, but does not count a second time. */
  inArrival: boolean
  source: { type: EvidenceSource; id: string }
}

/** What taking something away would leave of the probability that the promise is broken. */
export type RiskRemoval = {
  kind: RiskKind
  /** One piece of evidence, by its place in the list; null: all of the kind. */
  evidence: number | null
  probability: number
}

/** What the parties to a shipment may say of it, to be held against what sensors and others say. */
export const reportClaims = ['departed', 'arrived', 'delivered', 'temperature'] as const
export type ReportClaim = (typeof reportClaims)[number]

/** What happens in a country and may reach goods that pass through. */
export const countryEventKinds = ['unrest', 'conflict', 'sanctions', 'strike', 'election', 'border-closure', 'other'] as const

/** How risk can be put together. */
export const riskGroups = ['lane', 'warehouse', 'party'] as const
export type RiskGroup = (typeof riskGroups)[number]
