import { statusOf } from '../../../api/src/plugins/status-of.ts'
import { stepNames } from '../../../api/src/tracking-page/steps.ts'
import { dutiesOutcomes } from '../../../api/src/tracking-page/views/duties.ts'
import { newsOutcomes } from '../../../api/src/tracking-page/views/news.ts'
import { choices, wishOutcomes } from '../../../api/src/tracking-page/views/wishes.ts'
import { shortcutGroups } from '../../../dashboard/src/keyboard/groups.ts'
import { notifyWays } from '../../../dashboard/src/notify/settings.ts'
import { accuracyColumns } from '../../../dashboard/src/state/accuracy.ts'
import { deviceColumns, deviceViews } from '../../../dashboard/src/state/address/devices.ts'
import { dutiesViews } from '../../../dashboard/src/state/address/duties.ts'
import { queueTabs, sorts } from '../../../dashboard/src/state/address/live-map.ts'
import { partnerViews } from '../../../dashboard/src/state/address/partners.ts'
import { portalPages } from '../../../dashboard/src/state/address/portal.ts'
import { replaySpeeds } from '../../../dashboard/src/state/address/replay.ts'
import { riskViews } from '../../../dashboard/src/state/address/risk.ts'
import { screens } from '../../../dashboard/src/state/address/screen.ts'
import { stockNeeds, stockViews } from '../../../dashboard/src/state/address/stock.ts'
import { claimColumns } from '../../../dashboard/src/state/claims.ts'
import { deviceHealths, doubts } from '../../../dashboard/src/state/device/health.ts'
import { areaKinds } from '../../../dashboard/src/state/map/areas.ts'
import { mapLayers } from '../../../dashboard/src/state/map/layers.ts'
import { panes } from '../../../dashboard/src/state/pane.ts'
import { partnerColumns } from '../../../dashboard/src/state/partners.ts'
import { deeds } from '../../../dashboard/src/state/queue/deeds.ts'
import { themes } from '../../../dashboard/src/state/theme.ts'
import { checkRemedies } from '../../../dashboard/src/views/customs/remedies.ts'
import { termNames } from '../../../dashboard/src/views/duties/term-fields.ts'
import { departureKinds } from '../../../dashboard/src/views/network/read-service.ts'
import { reasons } from '../../../ingest/src/rejection.ts'
import { evidenceCodes } from '../../../shared/src/contract/partner-evidence.ts'
import { accuracyGroups } from '../../../shared/src/domain/accuracy.ts'
import { alertKinds, severities } from '../../../shared/src/domain/alert.ts'
import { resolutions } from '../../../shared/src/domain/alert-handling.ts'
import { keyScopes } from '../../../shared/src/domain/api-key.ts'
import { areaShapes } from '../../../shared/src/domain/area.ts'
import { claimEntryKinds, claimKinds, claimMoveStates, claimStates, disputeMoves } from '../../../shared/src/domain/claim.ts'
import { channels } from '../../../shared/src/domain/customs-channel.ts'
import { customsStandings, customsStates, heldStates } from '../../../shared/src/domain/customs-entry.ts'
import { declarationFindings } from '../../../shared/src/domain/declaration-check.ts'
import { wishKinds } from '../../../shared/src/domain/delivery-wish.ts'
import { demandClasses, demandMethods, demandReasons, levelBases } from '../../../shared/src/domain/demand.ts'
import { exportFormats } from '../../../shared/src/domain/export-format.ts'
import { areaColours } from '../../../shared/src/domain/geofence.ts'
import { hazardKinds } from '../../../shared/src/domain/hazard.ts'
import { milestoneCodes, milestoneSources } from '../../../shared/src/domain/milestone.ts'
import { modes } from '../../../shared/src/domain/mode.ts'
import { predictionKinds } from '../../../shared/src/domain/model.ts'
import { legBases, routeObjectives } from '../../../shared/src/domain/network.ts'
import { newsKinds } from '../../../shared/src/domain/news.ts'
import { hitStates, partnerAspects, partnerChangeKinds, partnerDocumentKinds, partnerRoles } from '../../../shared/src/domain/partner.ts'
import { qualificationReasonCodes, qualificationStatuses } from '../../../shared/src/domain/partner-qualification.ts'
import { partyRoles } from '../../../shared/src/domain/party.ts'
import { chargeKinds, paymentProviders, paymentStates, refundStates } from '../../../shared/src/domain/payment.ts'
import { stepOutcomes } from '../../../shared/src/domain/playbook.ts'
import { promiseStates } from '../../../shared/src/domain/promise.ts'
import { conditionNames } from '../../../shared/src/domain/reading.ts'
import { countryEventKinds, evidenceSources, reportClaims, riskKinds } from '../../../shared/src/domain/risk.ts'
import { riskLevels } from '../../../shared/src/domain/risk-level.ts'
import { shipmentStates } from '../../../shared/src/domain/shipment-state.ts'
import {
  arrivalReasons,
  policyLimits,
  proposalKinds,
  proposalReasons,
  purchaseOrderStates,
  transferStates,
} from '../../../shared/src/domain/stock.ts'
import {
  costKinds,
  dutyMeasures,
  payers,
  reliefs,
  taxBases,
  tradeRuleKinds,
  valuationBases,
  varianceCauses,
} from '../../../shared/src/domain/trade-rule.ts'
import { issueCodes } from '../../../shared/src/issue/sentences.ts'
import type { Face } from '../../src/faces.ts'

const ruleFields = ['key', 'destination', 'origins', 'hsPrefix', 'validFrom', 'validTo', 'source', 'sourceUrl']

// Refusals of the api that are no errors of the domain.
const refusals = ['telemetry-unavailable', 'timed-out']

/**
 * Keys that are put together in code, as in `state.${state}`: what may stand for each `*`, so that every one of them is checked. A
 * key with several takes a list for each.
 */
export const families: Record<Face, Record<string, readonly (readonly string[])[]>> = {
  dashboard: {
    'cost-kind.*': [costKinds],
    'duties-view.*': [dutiesViews],
    'finding.*': [['prohibition', 'restriction', 'document', 'no-duty-rule', 'no-tax-rule', 'no-weight']],
    'measure.*': [dutyMeasures],
    'payer.*': [payers],
    'relief-of.*': [reliefs],
    'relief.*': [reliefs],
    'rule-field.*': [[...ruleFields, ...termNames]],
    'rule-kind.*': [tradeRuleKinds],
    'rules.*': [['edit', 'end', 'reinstate']],
    'rules.column.*': [['rule', 'says', 'goods', 'places', 'valid', 'source']],
    'tax-base.*': [taxBases],
    'variance-cause.*': [varianceCauses],
    'valuation.*': [[...valuationBases, 'goods']],
    'accounts.*-*': [
      ['gateways', 'bridges'],
      ['edit', 'remove'],
    ],
    'accounts.*-*-title': [
      ['gateways', 'bridges'],
      ['edit', 'remove'],
    ],
    'accounts.*-about': [['gateways', 'bridges', 'renew', 'revoke']],
    'accounts.*-add': [['gateways', 'bridges']],
    'accounts.*-empty': [['gateways', 'bridges']],
    'accounts.*-lines': [['gateways', 'bridges']],
    'accounts.*-lines-label': [['gateways', 'bridges']],
    'accounts.*-lines-rule': [['gateways', 'bridges']],
    'accounts.*-name-rule': [['gateways', 'bridges']],
    'accounts.*-remove-about': [['gateways', 'bridges']],
    'accounts.*-title': [['renew', 'revoke']],
    'api-keys.*': [['active', 'expired', 'revoked']],
    'api-keys.scope-about.*': [keyScopes],
    'api-keys.scope.*': [keyScopes],
    'issue.*': [issueCodes],
    'accuracy-about.*': [predictionKinds],
    'accuracy-basis.*': [predictionKinds],
    'accuracy-beside.*': [predictionKinds],
    'accuracy-bias-high.*': [predictionKinds],
    'accuracy-bias-low.*': [predictionKinds],
    'accuracy-by.*': [accuracyGroups],
    'accuracy-column.*': [accuracyColumns.filter((column) => column !== 'name')],
    'accuracy-high.*': [predictionKinds],
    'accuracy-kind.*': [predictionKinds],
    'accuracy-low.*': [predictionKinds],
    'accuracy-verdict.*': [['as-claimed', 'too-little', 'too-much']],
    'area-colour.*': [areaColours],
    'areas.*': [[...areaKinds, ...areaShapes]],
    'areas.*-*': [areaKinds, ['new', 'edit']],
    'areas.*-draw': [areaKinds],
    'areas.*-how': [areaShapes],
    'layers.*': [mapLayers],
    'layers.open-*': [areaKinds],
    'alert-text.customs-hold-*': [heldStates],
    'alert-text.late-*': [['wait', 'customs']],
    'act.*': [deeds],
    'alert.*': [[...alertKinds, 'stock-out', 'currency-moved', 'claim-due']],
    'arrival-why.*': [arrivalReasons],
    'backtests-about.*': [predictionKinds],
    'backtests-by.*': [['group', 'product', 'warehouse', 'item']],
    'backtests-column.*': [['cases', 'error', 'naive', 'improvement', 'coverage', 'uses']],
    'backtests-uses.*': [['model', 'naive']],
    'backtests-verdict.*': [['undecided', 'too-few']],
    'clock.*': [['ahead', 'behind']],
    'column.*': [deviceColumns],
    'condition.*': [conditionNames],
    'check.*': [declarationFindings],
    'check-do.*': [checkRemedies],
    'connection.*': [['connecting', 'live', 'reconnecting', 'offline']],
    'currencies.column.*': [['what', 'day', 'open', 'then', 'now', 'change']],
    'currencies.rate-column.*': [['currency', 'rate', 'date', 'source']],
    'customs-channel.*': [channels],
    'customs-field.*': [
      [
        ...['country', 'office', 'reference', 'declarant', 'broker', 'lastFreeDay'],
        ...['requiredDocuments', 'presentDocuments', 'documentsValidUntil', 'restrictions', 'duties'],
      ],
    ],
    'risk-level.*': [riskLevels],
    'customs-list.column.*': [['state', 'shipment', 'since', 'country', 'office', 'documents', 'reference', 'declarant']],
    'customs-history.*': [['country', 'mode', 'office', 'chapter', 'party', 'rule']],
    'customs-reason.*': [['no-published-figures', 'never-open', 'refused', 'detained']],
    'customs-state.*': [customsStates],
    'claim-column.*': [claimColumns],
    'claim-do.*': [claimMoveStates],
    'claim-entry.*': [claimEntryKinds.filter((kind) => !(claimStates as readonly string[]).includes(kind))],
    'claim-kind.*': [claimKinds],
    'claim-state.*': [claimStates],
    'claims.filter-*': [['open', 'due', 'all']],
    'country-event-kind.*': [countryEventKinds],
    'demand-class.*': [demandClasses],
    'evidence-source.*': [evidenceSources],
    'evidence-text.hazard-*': [['within', 'likely', 'possible']],
    'playbook-do.*': [stepOutcomes],
    'playbook-outcome.*': [stepOutcomes],
    'report-claim.*': [reportClaims],
    'report-says.*': [reportClaims],
    'risk-kind.*': [riskKinds],
    'risk-view.*': [riskViews],
    'demand-counted.*': [levelBases],
    'demand-method.*': [demandMethods],
    'demand-reason.*': [demandReasons.filter((code) => code !== 'counted')],
    'detail.take-along-*': [exportFormats],
    'done.*': [['acknowledge', 'wake', 'resolve', 'reopen']],
    'doubt.*': [doubts],
    'doubt.*-about': [doubts],
    'feedback.*': [['up', 'down']],
    'filter.customs-*': [customsStandings],
    'filter.promise-*': [promiseStates],
    'hazard-kind.*': [hazardKinds],
    'alert-text.hazard-*': [['within', 'likely', 'possible']],
    'health.*': [deviceHealths],
    'health.*-about': [deviceHealths],
    'identity.*': [['renew', 'revoke']],
    'identity.*-about': [['renew', 'revoke']],
    'identity.*-do': [['renew', 'revoke']],
    'keys.group-*': [shortcutGroups],
    'leg.*': [['done', 'current', 'ahead']],
    'milestone.*': [milestoneCodes],
    'mode.*': [modes],
    'merchants.*': [['support', 'privacy']],
    'merchants.colour-*': [['light', 'dark']],
    'models.why.*': [['better', 'worse', 'undecided', 'too-few']],
    'notify.*': [notifyWays],
    'notify.*-about': [notifyWays],
    'order-column.*': [['number', 'state', 'supplier', 'warehouse', 'lines', 'received', 'expected', 'cost']],
    'order-state.*': [purchaseOrderStates],
    'order.did-*': [['sent', 'confirmed']],
    'order.do-*': [['sent', 'confirmed', 'receive', 'expect', 'quantities', 'cancel']],
    'pane.*': [panes],
    'party.*': [[...partyRoles, ...partnerRoles]],
    'partners.*': [['edit', 'add-document', 'record', 'suspend', 'reinstate']],
    'partners.good-*': [['yes', 'no']],
    'portal.about-*': [disputeMoves],
    'submissions.*-about': [['accepted', 'refused']],
    'portal.moved-*': [disputeMoves],
    'portal.disputed-*': [['open', 'upheld', 'stands']],
    'portal.page.*': [portalPages],
    'portal.shipments-*': [['open', 'done']],
    'partner-aspect.*': [partnerAspects],
    'partner-change.*': [partnerChangeKinds],
    'partner-column.*': [partnerColumns],
    'partner-document.*': [partnerDocumentKinds],
    'partner-evidence.*': [evidenceCodes],
    'partner-field.*': [['validFrom', 'validUntil']],
    'partner-hit.*': [hitStates],
    'partner-reason.*': [qualificationReasonCodes],
    'partner-status.*': [qualificationStatuses],
    'partner-view.*': [partnerViews],
    'partner-trend.*': [['up', 'down', 'steady', 'unknown']],
    'policy-limit.*': [policyLimits],
    'services.*': [['edit', 'remove']],
    'service-departures.*': [departureKinds],
    'service-column.*': [['code', 'carrier', 'way', 'departures', 'takes', 'price']],
    'service-price.*': [['perShipment', 'perTonne', 'perCubicMetre']],
    'service-field.*': [
      [
        ...['code', 'carrier', 'currency', 'source', 'perWeek', 'p50', 'p10', 'p90', 'perShipment', 'perTonne', 'perCubicMetre'],
        ...['distanceKm', 'capacityKg', 'capacityM3', 'co2eGrams', 'co2eSource', 'validFrom', 'validUntil'],
      ],
    ],
    'problem.code.*': [[...Object.keys(statusOf).filter((code) => statusOf[code as keyof typeof statusOf] !== 404), ...refusals]],
    'promise.*': [['on-time', 'at-risk', 'late', 'kept', 'missed']],
    'queue.*': [[...queueTabs, 'measured', 'told', 'unheard']],
    'queue.empty-*': [queueTabs],
    'reason.*': [reasons],
    'replay.speed-*': [replaySpeeds.map(String)],
    'facilities.*': [['fixed', 'handling', 'distance', 'crossing']],
    'facilities.column.*': [['region', 'site', 'quantity', 'km', 'hours']],
    'facilities.status.*': [['time-limit', 'infeasible']],
    'network.basis.*': [legBases],
    'offers.column.*': [['provider', 'percent', 'fixed', 'margin', 'total', 'received', 'days']],
    'payment-provider.*': [paymentProviders],
    'payment-state.*': [paymentStates],
    'payment.kind.*': [chargeKinds],
    'payment.refund.*': [refundStates],
    'network.objective.*': [routeObjectives],
    'screen.*': [screens],
    'resolution.*': [resolutions],
    'resolution.*-about': [resolutions],
    'severity.*': [severities],
    'snooze.*': [['hour', 'hours', 'tomorrow', 'week']],
    'sort.*': [sorts],
    'source.*': [milestoneSources],
    'state.*': [shipmentStates],
    'stock.*': [stockNeeds],
    'stock-view.*': [stockViews],
    'stock.column.*': [['product', 'warehouse', 'on-hand', 'in-transit', 'cover', 'risk', 'proposal']],
    'stock.proposal.*': [proposalKinds],
    'stock.propose.*': [proposalKinds],
    'stock.reason.*': [proposalReasons],
    'theme.*': [themes],
    'transfer-column.*': [['number', 'state', 'product', 'from', 'to', 'quantity', 'expected']],
    'transfer-state.*': [transferStates],
    'transfer.about-*': [transferStates.filter((state) => state !== 'planned')],
    'transfer.did-*': [transferStates.filter((state) => state !== 'planned')],
    'transfer.do-*': [transferStates.filter((state) => state !== 'planned')],
    'wishes.kind.*': [wishKinds],
    'unit.*': [['seconds', 'minutes', 'hours']],
    'view.*': [deviceViews],
  },
  tracking: {
    'cause.*': [[...modes, 'port', 'airport', 'stop', 'border', 'customs', 'handover']],
    'customs.*.explanation': [customsStates.filter((state) => state !== 'draft')],
    'customs.*.headline': [customsStates.filter((state) => state !== 'draft')],
    'customs.do-detained-*': [['seller', 'buyer']],
    'customs.do-documents-*': [['seller', 'buyer']],
    'look-up.*': [['unknown', 'no-match']],
    'condition.*': [['kept', 'briefly']],
    'event.*': [['PICK', 'DEPA', 'ARRI', 'DROP', 'CUSS', 'CUSI', 'CUSR']],
    'state.*.explanation': [shipmentStates],
    'state.*.headline': [shipmentStates],
    'news.*': [newsOutcomes],
    'news.kind.*': [newsKinds],
    'duties.said.*': [dutiesOutcomes.filter((outcome) => outcome !== 'nothing-due')],
    'duties.total.*': [['open', 'paid', 'refunded']],
    'duties.kind.*': [chargeKinds],
    'sandbox.*': [['expired', 'not-told']],
    'wishes.*': [wishOutcomes],
    'wishes.kind.*': [choices],
    'step-state.*': [['done', 'current', 'todo']],
    'step.*': [stepNames],
  },
}

/** Every key of a family. */
export const keysOfFamily = (pattern: string, values: readonly (readonly string[])[]): string[] =>
  values.reduce<string[]>((keys, list) => keys.flatMap((key) => list.map((value) => key.replace('*', value))), [pattern])
