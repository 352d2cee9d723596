import type { Alert } from '@lading/shared/contract/alert'
import type { AlertKind } from '@lading/shared/domain/alert'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { t } from '../i18n/t.ts'
import { formatShare } from './amount.ts'
import { countryName } from './country.ts'
import { formatDistance } from './distance.ts'
import { formatDay } from './exact.ts'
import { formatList } from './list.ts'
import { formatMeasurement } from './measurement.ts'
import { formatSpan } from './relative.ts'

type Worded<Kind extends AlertKind> = { needs: readonly (keyof FactsOf[Kind])[]; say: (facts: FactsOf[Kind]) => string }

const minuteMs = 60_000
const listed = (text: string) => formatList(text.split(', '))

const words: { [Kind in AlertKind]: Worded<Kind> } = {
  temperature: {
    needs: ['temperatureC', 'worstC', 'limitMinC', 'limitMaxC'],
    say: ({ temperatureC, worstC, limitMinC, limitMaxC }) => {
      const celsius = (value: number) => formatMeasurement('temperatureC', value)
      const told = { now: celsius(temperatureC), worst: celsius(worstC) }
      return limitMinC !== null && worstC < limitMinC
        ? t('alert-text.too-cold', { ...told, limit: celsius(limitMinC) })
        : t('alert-text.too-warm', { ...told, limit: celsius(limitMaxC ?? 0) })
    },
  },
  shock: {
    needs: ['worstG', 'shockMaxG', 'shocks'],
    say: ({ worstG, shockMaxG, shocks }) =>
      t('alert-text.shock', {
        count: shocks,
        worst: formatMeasurement('shockG', worstG),
        limit: formatMeasurement('shockG', shockMaxG),
      }),
  },
  stalled: {
    needs: ['hours', 'from', 'to'],
    say: ({ hours, from, to }) => t('alert-text.stalled', { span: formatSpan(hours * 60 * minuteMs), from, to }),
  },
  'off-route': {
    needs: ['asideKm', 'corridorKm', 'from', 'to'],
    say: ({ asideKm, corridorKm, from, to }) =>
      t('alert-text.off-route', { aside: formatDistance(asideKm), ordinary: formatDistance(corridorKm), from, to }),
  },
  'silent-device': {
    needs: ['deviceId', 'minutes', 'everyMinutes'],
    say: ({ deviceId, minutes, everyMinutes }) =>
      t('alert-text.silent-device', {
        device: deviceId,
        span: formatSpan(minutes * minuteMs),
        interval: formatSpan(everyMinutes * minuteMs),
      }),
  },
  'low-battery': {
    needs: ['batteryPct'],
    say: ({ batteryPct }) => t('alert-text.low-battery', { battery: formatMeasurement('batteryPct', batteryPct) }),
  },
  late: {
    needs: ['lateMinutes'],
    say: ({ lateMinutes, cause, causeFrom, causeTo }) => {
      const span = formatSpan(lateMinutes * minuteMs)
      if (!cause || !causeFrom) return t('alert-text.late', { span })
      return cause === 'leg'
        ? t('alert-text.late-leg', { span, from: causeFrom, to: causeTo ?? '' })
        : t(`alert-text.late-${cause}`, { span, place: causeFrom })
    },
  },
  'customs-hold': {
    needs: ['state', 'country', 'documents'],
    say: ({ state, country, documents }) =>
      state === 'documents-required' && documents
        ? t('alert-text.customs-documents', { country: countryName(country), documents: listed(documents) })
        : t(`alert-text.customs-hold-${state as 'examination'}`, { country: countryName(country) }),
  },
  'customs-delay': {
    needs: ['countries', 'p50Hours', 'p90Hours', 'missProbability', 'missWithoutCustoms'],
    say: ({ countries, p50Hours, p90Hours, missProbability, missWithoutCustoms }) =>
      t('alert-text.customs-delay', {
        countries: formatList(countries.split(', ').map(countryName)),
        middle: formatSpan(p50Hours * 60 * minuteMs),
        most: formatSpan(p90Hours * 60 * minuteMs),
        with: formatShare(missProbability),
        without: formatShare(missWithoutCustoms),
      }),
  },
  declaration: {
    needs: ['country', 'findings'],
    say: ({ country, findings }) => t('alert-text.declaration', { count: findings, country: countryName(country) }),
  },
  'free-time': {
    needs: ['lastFreeDay', 'hoursLeft'],
    say: ({ lastFreeDay, hoursLeft }) => {
      const day = formatDay(Date.parse(lastFreeDay), 'UTC')
      const span = formatSpan(Math.abs(hoursLeft) * 60 * minuteMs)
      return hoursLeft < 0 ? t('alert-text.free-time-over', { day, span }) : t('alert-text.free-time-left', { day, span })
    },
  },
  'geofence-entered': { needs: ['name'], say: ({ name }) => t('alert-text.geofence-entered', { name }) },
  'geofence-left': {
    needs: ['name', 'outsideKm'],
    say: ({ name, outsideKm }) => t('alert-text.geofence-left', { name, outside: formatDistance(outsideKm) }),
  },
  'geofence-dwell': {
    needs: ['name', 'hours', 'limitHours'],
    say: ({ name, hours, limitHours }) =>
      t('alert-text.geofence-dwell', { name, span: formatSpan(hours * 60 * minuteMs), limit: formatSpan(limitHours * 60 * minuteMs) }),
  },
  'hazard-ahead': {
    needs: ['title', 'kind', 'certainty', 'kmAhead', 'from', 'to'],
    say: ({ title, kind, certainty, kmAhead, from, to }) => {
      const told = { title, kind: t(`hazard-kind.${kind}`) }
      if (certainty === 'within') return t('alert-text.hazard-within', told)
      return t(`alert-text.hazard-${certainty}`, { ...told, distance: formatDistance(kmAhead), from, to })
    },
  },
  risk: {
    needs: ['rule', 'riskKind', 'score'],
    say: ({ rule, riskKind, score, escalatedAt }) => {
      const told = { rule, share: formatShare(score) }
      const said =
        riskKind === 'together' ? t('alert-text.risk-together', told) : t('alert-text.risk', { ...told, kind: t(`risk-kind.${riskKind}`) })
      return escalatedAt ? `${said} ${t('alert-text.escalated')}` : said
    },
  },
  drill: {
    needs: ['title', 'startedBy'],
    say: ({ title, startedBy }) => t('alert-text.drill', { title, name: startedBy }),
  },
}

/** What an alert says, in the reader's language; an old one that lacks a fact says what it said then, in English. */
export const alertText = ({ kind, facts, message }: Pick<Alert, 'kind' | 'facts' | 'message'>) => {
  const { needs, say } = words[kind] as Worded<never>
  return needs.every((name) => facts[String(name)] !== undefined) ? say(facts as never) : message
}
