import type { KeptWarningRule, Playbook } from '@lading/shared/contract/playbook'
import { severities } from '@lading/shared/domain/alert'
import { riskKinds } from '@lading/shared/domain/risk'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { addPlaybook, addRule, removePlaybook, removeRule } from '../../data/risk.ts'
import { formatShare } from '../../format/amount.ts'
import { viewerZone } from '../../format/exact.ts'
import { formatSpan } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { playbooks, warningRules } from '../../state/risk.ts'
import { session } from '../../state/session.ts'
import { DeedDialog } from '../deed-dialog.tsx'
import { FieldError } from '../field-error.tsx'
import { PlaybookField, SeverityField } from './choice-fields.tsx'

const minuteMs = 60_000
const mayChange = () => session.value !== undefined && mayActAs(session.value.role, 'admin')

/** By which rules people are warned, and what they do then. */
export const Warnings = () => {
  const open = useSignal<'rule' | 'playbook' | undefined>(undefined)
  const close = () => {
    open.value = undefined
  }
  return (
    <section class="risk-events" aria-label={t('risk-view.warnings')}>
      <h3 class="risk-heading">{t('warnings.rules')}</h3>
      <p class="accuracy-about">{t('warnings.about')}</p>
      <ul class="risk-event-list warning-rules">
        {warningRules.value.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
      {mayChange() && (
        <button
          type="button"
          class="button warnings-new-rule"
          onClick={() => {
            open.value = 'rule'
          }}
        >
          {t('warnings.new-rule')}
        </button>
      )}
      <h3 class="risk-heading">{t('warnings.playbooks')}</h3>
      <ul class="risk-event-list">
        {playbooks.value.map((book) => (
          <Book key={book.id} book={book} />
        ))}
      </ul>
      {mayChange() && (
        <button
          type="button"
          class="button warnings-new-playbook"
          onClick={() => {
            open.value = 'playbook'
          }}
        >
          {t('warnings.new-playbook')}
        </button>
      )}
      {open.value === 'rule' && <RuleDialog onClose={close} />}
      {open.value === 'playbook' && <PlaybookDialog onClose={close} />}
    </section>
  )
}

const Rule = ({ rule }: { rule: KeptWarningRule }) => {
  const { id, name, kind, openAt, closeAt, severity, quiet, escalateAfterMinutes, playbookId } = rule
  const book = playbooks.value.find((each) => each.id === playbookId)
  return (
    <li>
      <p>
        <span class={`severity-${severity}`}>
          <Icon name={`severity-${severity}`} />
          <span class="unseen">{t(`severity.${severity}`)}: </span>
        </span>
        <strong>{name}</strong>
      </p>
      <p class="risk-basis">
        <span>
          {t('warnings.when', {
            what: kind ? t(`risk-kind.${kind}`) : t('risk-column.probability'),
            open: formatShare(openAt),
            close: formatShare(closeAt),
          })}
        </span>
        {quiet && <span>{t('warnings.quiet', { from: quiet.from, until: quiet.until, zone: quiet.zone })}</span>}
        {escalateAfterMinutes !== null && <span>{t('warnings.escalates', { span: formatSpan(escalateAfterMinutes * minuteMs) })}</span>}
        {book && <span>{t('warnings.begins', { name: book.name })}</span>}
        {mayChange() && (
          <button type="button" class="button button-small" onClick={() => void removeRule(id)}>
            {t('warnings.remove', { name })}
          </button>
        )}
      </p>
    </li>
  )
}

const Book = ({ book: { id, name, steps } }: { book: Playbook }) => (
  <li class="playbook-run">
    <p>
      <strong>{name}</strong>
    </p>
    <ol>
      {steps.map(({ title, owner, withinMinutes }) => (
        <li key={title}>
          <p>{title}</p>
          <p class="risk-basis">
            <span>{owner}</span>
            <span>{t('warnings.within', { span: formatSpan(withinMinutes * minuteMs) })}</span>
          </p>
        </li>
      ))}
    </ol>
    {mayChange() && (
      <button type="button" class="button button-small" onClick={() => void removePlaybook(id)}>
        {t('warnings.remove', { name })}
      </button>
    )}
  </li>
)

const RuleDialog = ({ onClose }: { onClose: () => void }) => (
  <DeedDialog<KeptWarningRule>
    title={t('warnings.new-rule')}
    about={t('warnings.about')}
    deed={t('risk.report-do')}
    fields={['/name', '/closeAt', '/quiet/until']}
    onClose={onClose}
    send={(form) => {
      const [from, until] = [String(form.get('from')), String(form.get('until'))]
      return addRule({
        name: String(form.get('name')).trim(),
        kind: riskKinds.find((kind) => kind === form.get('kind')) ?? null,
        openAt: Number(form.get('open')) / 100,
        closeAt: Number(form.get('close')) / 100,
        severity: severities.find((severity) => severity === form.get('severity')) ?? 'warning',
        quiet: from && until ? { from, until, zone: viewerZone } : null,
        escalateAfterMinutes: form.get('escalate') ? Number(form.get('escalate')) : null,
        playbookId: String(form.get('playbook')) || null,
      })
    }}
  >
    {(error) => (
      <>
        <Name error={error('/name')} />
        <label>
          <span>{t('warning-field.kind')}</span>
          <select class="field" name="kind">
            <option value="">{t('risk-column.probability')}</option>
            {riskKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`risk-kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('warning-field.open')}</span>
          <input class="field" name="open" type="number" min={1} max={100} required defaultValue="60" />
        </label>
        <label>
          <span>{t('warning-field.close')}</span>
          <input
            class="field"
            name="close"
            type="number"
            min={0}
            max={99}
            required
            defaultValue="40"
            aria-invalid={error('/closeAt').length > 0}
            aria-describedby="rule-close-error"
          />
          <FieldError id="rule-close-error" messages={error('/closeAt')} />
        </label>
        <SeverityField />
        <label>
          <span>{t('warning-field.quiet-from')}</span>
          <input class="field" name="from" type="time" />
        </label>
        <label>
          <span>{t('warning-field.quiet-until')}</span>
          <input
            class="field"
            name="until"
            type="time"
            aria-invalid={error('/quiet/until').length > 0}
            aria-describedby="rule-until-error"
          />
          <FieldError id="rule-until-error" messages={error('/quiet/until')} />
        </label>
        <label>
          <span>{t('warning-field.escalate')}</span>
          <input class="field" name="escalate" type="number" min={1} max={525_600} />
        </label>
        <PlaybookField />
      </>
    )}
  </DeedDialog>
)

const Name = ({ error }: { error: string[] }) => (
  <label>
    <span>{t('warning-field.name')}</span>
    <input
      class="field"
      name="name"
      required
      maxLength={80}
      pattern=".*\S.*"
      autoComplete="off"
      aria-invalid={error.length > 0}
      aria-describedby="warning-name-error"
    />
    <FieldError id="warning-name-error" messages={error} />
  </label>
)

const stepsShown = 6

const PlaybookDialog = ({ onClose }: { onClose: () => void }) => (
  <DeedDialog<Playbook>
    title={t('warnings.new-playbook')}
    about={t('warnings.playbook-about')}
    deed={t('risk.report-do')}
    fields={['/name']}
    onClose={onClose}
    send={(form) => {
      const steps = Array.from({ length: stepsShown }, (_, at) => ({
        title: String(form.get(`title-${at}`)).trim(),
        owner: String(form.get(`owner-${at}`)).trim() || '–',
        withinMinutes: Number(form.get(`within-${at}`)) || 60,
      })).filter(({ title }) => title !== '')
      return steps.length === 0 ? t('warnings.no-steps') : addPlaybook({ name: String(form.get('name')).trim(), steps })
    }}
  >
    {(error) => (
      <>
        <Name error={error('/name')} />
        {Array.from({ length: stepsShown }, (_, at) => (
          <fieldset key={at} class="playbook-step">
            <legend>{t('warning-field.step', { number: at + 1 })}</legend>
            <input
              class="field"
              name={`title-${at}`}
              maxLength={200}
              autoComplete="off"
              aria-label={t('warning-field.step-title')}
              placeholder={t('warning-field.step-title')}
            />
            <input
              class="field"
              name={`owner-${at}`}
              maxLength={60}
              autoComplete="off"
              aria-label={t('warning-field.step-owner')}
              placeholder={t('warning-field.step-owner')}
            />
            <input
              class="field"
              name={`within-${at}`}
              type="number"
              min={1}
              max={525_600}
              defaultValue="60"
              aria-label={t('warning-field.step-within')}
            />
          </fieldset>
        ))}
      </>
    )}
  </DeedDialog>
)
