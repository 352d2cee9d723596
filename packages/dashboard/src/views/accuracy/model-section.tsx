import type { Model, ModelRun, ModelVersion } from '@lading/shared/contract/model'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { loadModels, trainModel } from '../../data/accuracy.ts'
import { formatShare } from '../../format/amount.ts'
import { formatDateTime, formatDay, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { modelOf, models } from '../../state/accuracy.ts'
import { accuracyAddress } from '../../state/address/accuracy.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { FailureNote } from '../parts/failure-note.tsx'

/** The newest are shown; older ones are of interest to nobody but the api. */
const versionsShown = 5

/** Which version of the model is in use, since when, learnt from how much, and why not where it is not. */
export const ModelSection = () => {
  const { value: now } = models
  const name = modelOf[accuracyAddress.value.kind]
  if (now.status === 'loading')
    return (
      <p class="note" role="status">
        {t('models.loading')}
      </p>
    )
  if (now.status === 'failed') return <FailureNote what={t('models.failed')} failure={now.failure} onRetry={() => void loadModels()} />
  const model = now.value.find((one) => one.name === name)
  return model ? <Shown model={model} /> : null
}

const Shown = ({ model: { name, isTrained, versions, run } }: { model: Model }) => {
  const used = versions.find(({ inUse }) => inUse)
  return (
    <section class="models" aria-labelledby="models-title">
      <div class="models-bar">
        <h3 id="models-title">{t('models.title')}</h3>
        {isTrained && session.value && mayActAs(session.value.role, 'admin') && <TrainButton name={name} run={run} />}
      </div>
      <p class="models-state">
        {used
          ? t('models.in-use', { version: used.version, since: formatDateTime(Date.parse(used.trainedAt), viewerZone) })
          : t(
              versions.length > 0
                ? name === 'demand'
                  ? 'models.none-in-use-demand'
                  : 'models.none-in-use'
                : isTrained
                  ? name === 'demand'
                    ? 'models.none-yet-demand'
                    : 'models.none-yet'
                  : 'models.not-trained',
            )}
      </p>
      {run && <Progress run={run} />}
      {versions.length > 0 && (
        <ul class="model-versions">
          {versions.slice(0, versionsShown).map((version) => (
            <Version key={version.version} version={version} />
          ))}
        </ul>
      )}
    </section>
  )
}

const Version = ({ version: { version, trainedAt, window, rows, inUse, reason, why } }: { version: ModelVersion }) => (
  <li class="model-version">
    <span class="model-name">{t('models.version', { version })}</span>
    <span class={`label ${inUse ? 'model-used' : 'model-unused'}`}>
      <Icon name={inUse ? 'check' : 'close'} />
      <span class="label-text">{t(inUse ? 'models.used' : 'models.unused')}</span>
    </span>
    <p>
      {why ? whyText(why) : reason}
      <small>
        {t('models.trained', { when: formatDateTime(Date.parse(trainedAt), viewerZone), count: rows })}
        {window &&
          ` ${t('models.window', { from: formatDay(Date.parse(window.from), viewerZone), until: formatDay(Date.parse(window.until), viewerZone) })}`}
      </small>
    </p>
  </li>
)

// A version of earlier days has its reason in English only.
const whyText = (why: NonNullable<ModelVersion['why']>) => {
  if (why.code === 'replaced') return t('models.why.replaced', { version: why.by })
  const { code, cases, improvement, isWatched } = why
  const said = t(`models.why.${code}`, { cases, share: formatShare(Math.abs(improvement ?? 0)) })
  return isWatched ? `${said} ${t('models.why.watched')}` : said
}

const isGoing = (run: ModelRun | null) => run?.state === 'waiting' || run?.state === 'running'

const Progress = ({ run }: { run: ModelRun }) => {
  if (run.state === 'failed')
    return (
      <p class="models-failed" role="status">
        {t('models.run-failed', { why: run.outcome ?? '' })}
      </p>
    )
  if (!isGoing(run)) return null
  const { parts, partsDone } = run
  return (
    <div class="models-progress" role="status">
      {run.state === 'waiting' || parts === null ? (
        t('models.run-waiting')
      ) : (
        <>
          {/* The training after the test is one more step. */}
          <progress max={parts + 1} value={partsDone} />
          {partsDone < parts ? t('models.run-testing', { done: partsDone, parts }) : t('models.run-learning')}
        </>
      )}
    </div>
  )
}

const TrainButton = ({ name, run }: Pick<Model, 'name' | 'run'>) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const asking = useSignal(false)
  const train = async () => {
    asking.value = true
    const result = await trainModel(name)
    failure.value = result.ok ? undefined : result.failure
    asking.value = false
  }
  return (
    <>
      <button type="button" class="button" disabled={asking.value || isGoing(run)} onClick={() => void train()}>
        {t('models.train')}
      </button>
      {failure.value && <FailureNote what={t('models.train-failed')} failure={failure.value} onRetry={() => void train()} />}
    </>
  )
}
