import type { WarningRule } from '@lading/shared/domain/playbook'
import type { RiskSubject } from '@lading/store/postgres/risk/load-due'
import { warningChanges } from '@lading/workers/models/risk/warning-changes'
import { describe, expect, it } from 'vitest'
import { at } from '../../a-journey.ts'

const rule = (given: Partial<WarningRule> = {}): WarningRule => ({
  ...{ id: 'one', name: 'Political', kind: 'political', openAt: 0.6, closeAt: 0.4, severity: 'warning', quiet: null },
  ...{ escalateAfterMinutes: null, playbookId: null },
  ...given,
})
const risk = (political: number) => ({
  probability: null,
  scores: { credit: 0, logistics: 0, information: 0, legal: 0, political, natural: 0 },
})
const opened = (given: Partial<RiskSubject['alerts'][number]> = {}): RiskSubject['alerts'][number] => ({
  ...{ id: 'alert', kind: 'risk', severity: 'warning', message: 'x', openedAt: at(0), updatedAt: at(0), version: 3 },
  facts: { ruleId: 'one', rule: 'Political', riskKind: 'political', score: 0.65, escalatedAt: null },
  ...{ snoozedUntil: null, resolvedAt: null, acknowledgedAt: null, setAside: null },
  ...given,
})
const changes = (alerts: RiskSubject['alerts'], score: number, rules = [rule()], wallNow = at(6)) =>
  warningChanges({ alerts }, risk(score), rules, at(6), wallNow)?.changes

describe('The alert of a risk', () => {
  it('opens by a rule, and closes when the score is well below it or the rule is gone', () => {
    expect(changes([], 0.7)?.opened).toMatchObject([{ kind: 'risk', severity: 'warning', facts: { riskKind: 'political', score: 0.7 } }])
    expect(changes([], 0.5)).toBeUndefined()
    expect(changes([opened()], 0.5)?.closed ?? []).toEqual([])
    expect(changes([opened()], 0.3)?.closed).toEqual([{ id: 'alert' }])
    expect(changes([opened()], 0.7, [])?.closed).toEqual([{ id: 'alert' }])
  })

  it('is told anew when the score moved so that one would want to know, and stays critical once it was escalated', () => {
    expect(changes([opened()], 0.66)).toBeUndefined()
    expect(changes([opened()], 0.8)?.updated).toMatchObject([{ severity: 'warning', facts: { score: 0.8 } }])
    const facts = { ...opened().facts, escalatedAt: at(1).toISOString() }
    expect(changes([opened({ severity: 'critical', facts })], 0.8)?.updated).toMatchObject([{ severity: 'critical' }])
  })

  it('stays with who resolved it until it has become much worse', () => {
    const aside = opened({ resolvedAt: at(1), setAside: { severity: 'warning', facts: opened().facts } })
    expect(changes([aside], 0.76)?.updated).toMatchObject([{ returns: undefined }])
    expect(changes([aside], 0.96)?.updated).toMatchObject([{ returns: { version: 3 } }])
  })

  it('is quiet by the time on the wall, whatever that of goods is', () => {
    const quiet = { from: '22:00', until: '06:00', zone: 'UTC' }
    expect(changes([], 0.7, [rule({ quiet })], new Date('2026-03-01T12:00:00Z'))?.opened).toHaveLength(1)
    expect(changes([], 0.7, [rule({ quiet })], new Date('2026-03-01T23:00:00Z'))).toBeUndefined()
  })

  it('has nothing to do with a drill', () => {
    expect(changes([opened({ kind: 'drill' })], 0.3)).toBeUndefined()
    expect(changes([opened({ kind: 'drill' })], 0.7)?.opened).toHaveLength(1)
  })
})
