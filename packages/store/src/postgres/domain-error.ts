export type DomainErrorCode =
  | 'not-valid'
  | 'alert-not-found'
  | 'alert-changed'
  | 'alert-state'
  | 'view-not-found'
  | 'view-of-another'
  | 'view-name-taken'
  | 'too-many-views'
  | 'shipment-not-found'
  | 'device-not-found'
  | 'dead-letter-not-found'
  | 'tracking-number-taken'
  | 'device-registered'
  | 'bridge-not-found'
  | 'bridge-registered'
  | 'cursor-not-valid'
  | 'broker-away'
  | 'user-not-found'
  | 'email-taken'
  | 'api-key-not-found'
  | 'too-many-api-keys'
  | 'last-admin'
  | 'stock-not-found'
  | 'not-forecast'
  | 'proposal-not-found'
  | 'proposal-decided'
  | 'purchase-order-not-found'
  | 'purchase-order-state'
  | 'purchase-order-known'
  | 'transfer-not-found'
  | 'transfer-state'
  | 'model-not-trained'
  | 'leg-not-found'
  | 'passes-no-customs'
  | 'customs-event-conflict'
  | 'office-not-found'
  | 'merchant-not-found'
  | 'geofence-not-found'
  | 'geofence-name-taken'
  | 'too-many-geofences'
  | 'hazard-not-found'
  | 'too-many-hazards'
  | 'area-changed'
  | 'report-not-found'
  | 'country-event-not-found'
  | 'country-event-changed'
  | 'playbook-not-found'
  | 'playbook-name-taken'
  | 'playbook-changed'
  | 'playbook-begun'
  | 'playbook-run-not-found'
  | 'step-settled'
  | 'warning-rule-not-found'
  | 'drill-state'
  | 'trade-rule-not-found'
  | 'trade-rule-changed'
  | 'quote-not-found'
  | 'idempotency-key-used'
  | 'service-not-found'
  | 'partner-not-found'
  | 'too-many-partners'
  | 'hit-not-found'
  | 'list-not-found'
  | 'claim-not-found'
  | 'claim-state'

/** A field of what was asked, in JSON pointer form, and what is wrong with it. */
export type Issue = { path: string; message: string }

/** Someone asked for what cannot be done; `code` is stable and meant for programs, the message for people. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly issues: Issue[]

  constructor(code: DomainErrorCode, message: string, issues: Issue[] = []) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.issues = issues
  }
}
