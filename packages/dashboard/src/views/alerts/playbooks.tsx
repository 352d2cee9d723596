import type { Alert } from '@lading/shared/contract/alert'
import type { PlaybookRun } from '@lading/shared/contract/playbook'
import { alertStateOf } from '@lading/shared/domain/alert-handling'
import { type StepOutcome, stepOutcomes } from '@lading/shared/domain/playbook'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Address, beginPlaybook, loadPlaybooks, readRuns, settleStep } from '../../data/risk/playbooks.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { judgedAtMs } from '../../state/judged-at.ts'
import { mayAct } from '../../state/people.ts'
import { playbooks } from '../../state/risk.ts'
import type { Failure } from '../../state/server/failure.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { Time } from '../parts/time.tsx'

/** What is to be done about an alert; read at once where a rule or a drill began it. */
export const AlertPlaybooks = ({ alert }: { alert: Alert }) => (
  <Playbooks
    about={`/v1/alerts/${alert.id}`}
    title={t('playbook.title')}
    isShown={alert.kind === 'risk' || alert.kind === 'drill'}
    isOver={alertStateOf(alert, judgedAtMs.value) === 'closed'}
    changedAt={alert.updatedAt}
  />
)

type Props = {
  about: Address
  title: string
  /** Whether somebody is to see it without asking. */
  isShown: boolean
  /** Nothing is begun any more; what was begun is worked through. */
  isOver: boolean
  /** Whether one begins again once it was worked through; otherwise each is begun once. */
  isRepeated?: boolean
  /** Read again when this becomes another one. */
  changedAt?: string
}

/** What is to be done, step by step; read when somebody wants to know. */
export const Playbooks = ({ about, title, isShown, isOver, isRepeated, changedAt }: Props) => {
  const isOpen = useSignal(isShown)
  const runs = useSignal<PlaybookRun[] | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = async () => {
    const result = await readRuns(about)
    if (result.ok) runs.value = result.value.items
    failure.value = result.ok ? undefined : result.failure
  }
  useEffect(() => {
    if (!isOpen.value) return
    void load()
    if (playbooks.value.length === 0) void loadPlaybooks()
  }, [about, changedAt, isOpen.value])
  const settle = async (run: PlaybookRun, position: number, outcome: StepOutcome) => {
    const result = await settleStep(run.id, position, outcome)
    await load()
    if (!result.ok) failure.value = result.failure
  }
  const begun = new Set(runs.value?.filter(({ finishedAt }) => !(isRepeated && finishedAt)).map(({ playbookId }) => playbookId))
  const others = playbooks.value.filter(({ id }) => !begun.has(id))
  return (
    <details
      class="alert-story playbooks"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{title}</summary>
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
                void beginPlaybook(about, id).then((result) => {
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
