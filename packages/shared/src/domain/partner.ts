/** What a firm does for us, or we for it; one may do several. */
export const partnerRoles = ['supplier', 'carrier', 'forwarder', 'broker', 'warehouse', 'marketplace', 'buyer'] as const
export type PartnerRole = (typeof partnerRoles)[number]

/** Numbers that others know a firm by: value added tax, customs (EORI), legal entity (ISO 17442), location (GS1), carrier (SCAC, IATA). */
export const identifierKinds = ['vat', 'eori', 'lei', 'gln', 'scac', 'iata', 'registration', 'other'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export const partnerDocumentKinds = [
  'registration',
  'operating-licence',
  'insurance',
  'agreement',
  'broker-licence',
  'aeo',
  'quality-certificate',
  'bank-details',
  'other',
] as const
export type PartnerDocumentKind = (typeof partnerDocumentKinds)[number]

/** What became of a document that the partner itself told of: nobody has looked, it counts as shown, or it does not. */
export const submissionStates = ['open', 'accepted', 'refused'] as const
export type SubmissionState = (typeof submissionStates)[number]

/** How likely it is to do the next thing well, part by part. */
export const partnerAspects = ['on-time', 'damage', 'excursions', 'claims', 'disputes', 'payment', 'data-quality'] as const
export type PartnerAspect = (typeof partnerAspects)[number]

/** Where what is known of a partner comes from: the platform's own records, or what people recorded or imported. */
export const evidenceSources = ['leg', 'history', 'shipment', 'order', 'alert', 'customs', 'claim', 'person', 'import'] as const
export type EvidenceSource = (typeof evidenceSources)[number]

/** A name on a list that is like a partner's: nobody has looked, it is the same, or it is another. */
export const hitStates = ['open', 'confirmed', 'false'] as const
export type HitState = (typeof hitStates)[number]

export const partnerChangeKinds = [
  'added',
  'changed',
  'document-added',
  'document-removed',
  'document-submitted',
  'document-refused',
  'suspended',
  'reinstated',
  'hit-found',
  'hit-decided',
  'evidence-recorded',
  'claim-opened',
  'claim-upheld',
  'claim-rejected',
  'dispute-opened',
  'dispute-upheld',
  'dispute-rejected',
] as const
export type PartnerChangeKind = (typeof partnerChangeKinds)[number]

/** Share by which a score has to differ from that of thirty days before for it to be said to rise or fall. */
export const trendLeast = 0.03
export const trendDays = 30
