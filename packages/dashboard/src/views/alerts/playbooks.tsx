import type { Alert } from '@lading/shared/contract/alert'
import type { PlaybookRun } from '@lading/shared/contract/playbook'
import { alertStateOf } from '@lading/shared/domain/alert-handling'
import { type StepOutcome, stepOutcomes } from '@lading/shared/domain/playbook'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { beginPlaybook, loadPlaybooks, readRuns, settleStep } from '../../data/playbooks.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { judgedAtMs } from '../../state/judged-at.ts'
import { mayAct } from '../../state/people.ts'
import { playbooks } from '../../state/risk.ts'
import { CopyField } from '../copy-field.tsx'
import { failureText } from '../failure-note.tsx'
import { Time } from '../time.tsx'

/** What is to be done about an alert, step by step; read when somebody wants to know, and at once where a rule or a drill began it. */
export const Playbooks = ({ alert }: { alert: Alert }) => {
  const isOpen = useSignal(alert.kind === 'risk' || alert.kind === 'drill')
  const runs = useSignal<PlaybookRun[] | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = async () => {
    const result = await readRuns(alert.id)
    if (result.ok) runs.value = result.value.items
    failure.value = result.ok ? undefined : result.failure
  }
  useEffect(() => {
    if (!isOpen.value) return
    void load()
    if (playbooks.value.length === 0) void loadPlaybooks()
  }, [alert.id, alert.updatedAt, isOpen.value])
  const settle = async (run: PlaybookRun, position: number, outcome: StepOutcome) => {
    const result = await settleStep(run.id, position, outcome)
    await load()
    if (!result.ok) failure.value = result.failure
  }
  const begun = new Set(runs.value?.map(({ playbookId }) => playbookId))
  const others = playbooks.value.filter(({ id }) => !begun.has(id))
  const isOver = alertStateOf(alert, judgedAtMs.value) === 'closed'
  return (
    <details
      class="alert-story playbooks"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{t('playbook.title')}</summary>
      {failure.value && <p role="alert">{failureText(failure.value)}</p>}
      {runs.value?.map((run) => (
        <Run key={run.id} run={run} onSettle={settle} />
      ))}
      {runs.value?.length === 0 && <p>{t(others.length === 0 ? 'playbook.none' : 'playbook.not-begun')}</p>}
      {runs.value && mayAct.value && !isOver && others.length > 0 && (
        <div class="alert-actions">
          {others.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="button button-small"
              onClick={() =>
                void beginPlaybook(alert.id, id).then((result) => {
                  failure.value = result.ok ? undefined : result.failure
                  return load()
                })
              }
            >
              {t('playbook.begin', { name })}
            </button>
          ))}
        </div>
      )}
    </details>
  )
}

type RunProps = { run: PlaybookRun; onSettle: (run: PlaybookRun, position: number, outcome: StepOutcome) => Promise<void> }

const Run = ({ run, onSettle }: RunProps) => {
  const settled = run.steps.filter(({ outcome }) => outcome).length
  return (
    <section class="playbook-run">
      <p>
        <strong>{run.name}</strong> {t('playbook.progress', { done: settled, count: run.steps.length })}
      </p>
      <p class="risk-basis">
        {run.startedBy ? t('playbook.begun-by', { name: run.startedBy.name }) : t('playbook.begun-by-rule')} <Time at={run.startedAt} />
      </p>
      <ol>
        {run.steps.map((step) => (
          <li key={step.position}>
            <p>{step.title}</p>
            {step.message && !step.outcome && <CopyField label={t('playbook.message')} text={step.message} lines={3} />}
            <p class="risk-basis">
              <span>{step.owner}</span>
              {step.outcome ? (
                <span>
                  {t(`playbook-outcome.${step.outcome}`)} {step.settledBy?.name} {step.settledAt && <Time at={step.settledAt} />}
                </span>
              ) : (
                <span class={Date.parse(step.dueAt) < nowMs.value ? 'playbook-overdue' : undefined}>
                  {t(Date.parse(step.dueAt) < nowMs.value ? 'playbook.overdue' : 'playbook.due')} <Time at={step.dueAt} />
                </span>
              )}
              {!step.outcome &&
                mayAct.value &&
                stepOutcomes.map((outcome) => (
                  <button
                    key={outcome}
                    type="button"
                    class="button button-small"
                    aria-label={t('playbook.settle', { outcome: t(`playbook-do.${outcome}`), step: step.title })}
                    onClick={() => void onSettle(run, step.position, outcome)}
                  >
                    {t(`playbook-do.${outcome}`)}
                  </button>
                ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
