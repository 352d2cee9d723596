import type { TradeRule } from '@lading/shared/contract/trade-rule'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { endRule, reinstateRule, ruleHistory } from '../../data/customs/duties.ts'
import { formatCalendarDay } from '../../format/calendar-day.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Time } from '../parts/time.tsx'
import { PreviewedDialog } from './previewed-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { sayTerms } from './say-terms.ts'
import { Source } from './source.tsx'

type Deed = { what: 'edit' | 'end' | 'reinstate'; version: TradeRule }

/** All versions of a rule, who told and ended them and when, and what can be done with it. */
export const HistoryDialog = ({ rule, onClose }: { rule: TradeRule; onClose: () => void }) => {
  const versions = useSignal<TradeRule[]>([])
  const failure = useSignal<Failure | undefined>(undefined)
  const deed = useSignal<Deed | undefined>(undefined)
  const load = async () => {
    const result = await ruleHistory(rule.id)
    if (result.ok) versions.value = result.value.items
    else failure.value = result.failure
  }
  useEffect(() => {
    void load()
  }, [])
  const mayWrite = session.value !== undefined && mayActAs(session.value.role, 'operator')
  const done = () => {
    deed.value = undefined
  }
  return (
    <Dialog titleId="rule-title" onClose={onClose} locked={false}>
      {(close) => (
        <div class="dialog-form">
          <h2 id="rule-title">{rule.key}</h2>
          {failure.value && <FailureNote failure={failure.value} />}
          <ol class="rules-history" reversed>
            {versions.value.map((version) => (
              <li key={version.id}>
                <p>
                  <strong dir="auto">{sayTerms(version.terms)}</strong> <small>{t('rules.version', { number: version.version })}</small>
                </p>
                <p>
                  {isWithdrawn(version)
                    ? t('rules.withdrawn')
                    : [
                        t('duties.since', { day: formatCalendarDay(version.validFrom) }),
                        version.validTo && t('rules.until', { day: formatCalendarDay(version.validTo) }),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                </p>
                <p>
                  <Source rule={version} />
                </p>
                <p>
                  <small>
                    {t('rules.told-by', { name: version.recordedBy?.name ?? '–' })} <Time at={version.recordedAt} />
                    {version.endedAt && (
                      <>
                        {' · '}
                        {t('rules.ended-by', { name: version.endedBy?.name ?? '–' })} <Time at={version.endedAt} />
                      </>
                    )}
                  </small>
                </p>
                {mayWrite && (
                  <div class="duties-deeds">
                    {(version.endedAt === null ? (['edit', 'end'] as const) : (['reinstate'] as const)).map((what) => (
                      <button
                        key={what}
                        type="button"
                        class="button button-small"
                        onClick={() => {
                          deed.value = { what, version }
                        }}
                      >
                        {t(`rules.${what}`)}
                      </button>
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ol>
          <CloseAction onClose={close} />
          {deed.value && <Doing deed={deed.value} onDone={() => void load()} onClose={done} />}
        </div>
      )}
    </Dialog>
  )
}

const isWithdrawn = ({ validFrom, validTo }: TradeRule) => validTo !== null && validTo < validFrom

const Doing = ({ deed: { what, version }, onDone, onClose }: { deed: Deed; onDone: () => void; onClose: () => void }) => {
  if (what === 'edit') return <RuleDialog rule={version} onDone={onDone} onClose={onClose} />
  const isEnd = what === 'end'
  return (
    <PreviewedDialog
      title={t(`rules.${what}`)}
      about={t(isEnd ? 'rules.end-about' : 'rules.reinstate-about')}
      onDone={onDone}
      onClose={onClose}
      send={(form, preview) =>
        isEnd ? endRule(version.id, String(form.get('day')), preview) : reinstateRule(version.id, String(form.get('day')), preview)
      }
    >
      <label>
        <span>{t(isEnd ? 'rule-field.validTo' : 'rule-field.validFrom')}</span>
        <input class="field" name="day" type="date" required defaultValue={new Date(nowMs.value).toISOString().slice(0, 10)} />
      </label>
    </PreviewedDialog>
  )
}
