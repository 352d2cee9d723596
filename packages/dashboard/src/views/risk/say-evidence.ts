import type { RiskEvidence } from '@lading/shared/contract/risk'
import type { EvidenceCode } from '@lading/shared/domain/risk'
import { formatShare } from '../../format/amount.ts'
import { formatCalendarDay } from '../../format/calendar-day.ts'
import { countryName } from '../../format/country.ts'
import { formatDistance } from '../../format/distance.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatList } from '../../format/list.ts'
import { formatMeasurement } from '../../format/measurement.ts'
import { formatSpan } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'

type Facts = RiskEvidence['facts']

const text = (facts: Facts, name: string) => String(facts[name] ?? '–')
const number = (facts: Facts, name: string) => Number(facts[name] ?? 0)
const span = (facts: Facts, name: string) => formatSpan(number(facts, name) * 3_600_000)
const km = (facts: Facts, name: string) => formatDistance(number(facts, name))
const celsius = (facts: Facts, name: string) => formatMeasurement('temperatureC', number(facts, name))
const when = (facts: Facts, name: string) => (facts[name] ? formatDateTime(Date.parse(text(facts, name)), viewerZone) : '–')
const country = (facts: Facts) => countryName(text(facts, 'country'))

const sayings: Record<EvidenceCode, (facts: Facts) => string> = {
  'partner-score': (facts) => {
    const its = { party: text(facts, 'party'), score: formatShare(number(facts, 'score')) }
    return typeof facts.scoreBefore === 'number' && facts.scoreBefore > number(facts, 'score')
      ? t('evidence-text.partner-worse', { ...its, before: formatShare(facts.scoreBefore), kind: formatShare(number(facts, 'kindScore')) })
      : t('evidence-text.partner-score', its)
  },
  'arrival-slips': (facts) => t('evidence-text.arrival-slips', { span: span(facts, 'slipHours') }),
  'long-wait': (facts) =>
    t('evidence-text.long-wait', {
      place: text(facts, 'place'),
      waited: span(facts, 'waitedHours'),
      planned: span(facts, 'plannedHours'),
      expected: span(facts, 'expectedHours'),
    }),
  congestion: (facts) =>
    t('evidence-text.congestion', { place: text(facts, 'place'), overdue: number(facts, 'overdue'), waiting: number(facts, 'waiting') }),
  'handovers-left': (facts) => t('evidence-text.handovers-left', { count: number(facts, 'handovers') }),
  stalled: (facts) => t('evidence-text.stalled', { span: span(facts, 'hours') }),
  'off-route': (facts) => t('evidence-text.off-route', { aside: km(facts, 'asideKm') }),
  'delivered-elsewhere': (facts) =>
    t(facts.claim === 'arrived' ? 'evidence-text.arrived-elsewhere' : 'evidence-text.delivered-elsewhere', {
      party: text(facts, 'party'),
      place: text(facts, 'place'),
      away: km(facts, 'awayKm'),
      time: when(facts, 'claimedAt'),
    }),
  'said-cold-is-warm': (facts) =>
    t('evidence-text.said-cold-is-warm', {
      party: text(facts, 'party'),
      said: celsius(facts, 'saidC'),
      measured: celsius(facts, 'measuredC'),
    }),
  'before-its-cause': (facts) =>
    t('evidence-text.before-its-cause', {
      effect: t(`milestone.${facts.effect as 'ARRI'}`),
      effectAt: when(facts, 'effectAt'),
      cause: t(`milestone.${facts.cause as 'DEPA'}`),
      causeAt: when(facts, 'causeAt'),
    }),
  silence: (facts) => t('evidence-text.silence', { device: text(facts, 'deviceId'), span: formatSpan(number(facts, 'minutes') * 60_000) }),
  'customs-hold': (facts) =>
    t('evidence-text.customs-hold', {
      country: country(facts),
      state: t(`customs-state.${facts.state as 'examination'}`),
      span: span(facts, 'hours'),
    }),
  'missing-documents': (facts) =>
    t('evidence-text.missing-documents', { country: country(facts), documents: formatList(text(facts, 'documents').split(', ')) }),
  'examination-likely': (facts) =>
    t('evidence-text.examination-likely', {
      country: country(facts),
      examination: formatShare(number(facts, 'examination')),
      documents: formatShare(number(facts, 'documents')),
    }),
  'declaration-findings': (facts) => t('evidence-text.declaration-findings', { country: country(facts), count: number(facts, 'findings') }),
  'rule-change': (facts) =>
    t('evidence-text.rule-change', {
      kind: t(`rule-kind.${facts.kind as 'duty'}`),
      rule: text(facts, 'rule'),
      day: formatCalendarDay(text(facts, 'validFrom')),
      source: text(facts, 'source'),
    }),
  'country-index': (facts) =>
    t('evidence-text.country-index', {
      country: country(facts),
      index: text(facts, 'index'),
      value: number(facts, 'value'),
      source: text(facts, 'source'),
    }),
  'country-event': (facts) =>
    t('evidence-text.country-event', {
      country: country(facts),
      title: text(facts, 'title'),
      kind: t(`country-event-kind.${facts.event as 'other'}`),
    }),
  'hazard-ahead': (facts) =>
    t(`evidence-text.hazard-${facts.certainty as 'within'}`, {
      title: text(facts, 'title'),
      kind: t(`hazard-kind.${facts.hazard as 'other'}`),
      distance: km(facts, 'kmAhead'),
    }),
}

/** What a piece of evidence says, in the reader's language. */
export const sayEvidence = ({ what, facts }: Pick<RiskEvidence, 'what' | 'facts'>) => sayings[what](facts)
