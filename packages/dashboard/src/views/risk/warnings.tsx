import type { KeptWarningRule, Playbook } from '@lading/shared/contract/playbook'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { removePlaybook, removeRule } from '../../data/risk/risk.ts'
import { formatShare } from '../../format/amount.ts'
import { formatList } from '../../format/list.ts'
import { formatSpan } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { alerts } from '../../state/queue/alerts.ts'
import { playbooks, riskLoad, warningRules } from '../../state/risk.ts'
import { session } from '../../state/server/session.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { PlaybookDialog } from './playbook-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'

const minuteMs = 60_000
const mayChange = () => session.value !== undefined && mayActAs(session.value.role, 'admin')

type Open =
  | { what: 'rule'; rule?: KeptWarningRule }
  | { what: 'playbook'; book?: Playbook }
  | { what: 'remove'; of: KeptWarningRule | Playbook }

/** By which rules people are warned, and what they do then. */
export const Warnings = () => {
  const open = useSignal<Open | undefined>(undefined)
  const show = (wanted: Open | undefined) => {
    open.value = wanted
  }
  const close = () => show(undefined)
  const { value: opened } = open
  return (
    <section class="risk-events" aria-label={t('risk-view.warnings')}>
      <h3 class="risk-heading">{t('warnings.rules')}</h3>
      <p class="accuracy-about">{t('warnings.about')}</p>
      {isEmpty(warningRules.value) && <p>{t('warnings.no-rule')}</p>}
      <ul class="risk-event-list warning-rules">
        {warningRules.value.map((rule) => (
          <Rule key={rule.id} rule={rule} onOpen={show} />
        ))}
      </ul>
      {mayChange() && (
        <button type="button" class="button warnings-new-rule" onClick={() => show({ what: 'rule' })}>
          {t('warnings.new-rule')}
        </button>
      )}
      <h3 class="risk-heading">{t('warnings.playbooks')}</h3>
      {isEmpty(playbooks.value) && <p>{t('warnings.no-playbook')}</p>}
      <ul class="risk-event-list">
        {playbooks.value.map((book) => (
          <Book key={book.id} book={book} onOpen={show} />
        ))}
      </ul>
      {mayChange() && (
        <button type="button" class="button warnings-new-playbook" onClick={() => show({ what: 'playbook' })}>
          {t('warnings.new-playbook')}
        </button>
      )}
      {opened?.what === 'rule' && <RuleDialog rule={opened.rule} onClose={close} />}
      {opened?.what === 'playbook' && <PlaybookDialog book={opened.book} onClose={close} />}
      {opened?.what === 'remove' && <RemoveDialog of={opened.of} onClose={close} />}
    </section>
  )
}

const isEmpty = (list: unknown[]) => riskLoad.value.status === 'ready' && list.length === 0

type Shown = { onOpen: (wanted: Open) => void }

const Rule = ({ rule, onOpen }: Shown & { rule: KeptWarningRule }) => {
  const { name, kind, openAt, closeAt, severity, quiet, escalateAfterMinutes, playbookId } = rule
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
      </p>
      {mayChange() && (
        <Change name={name} onChange={() => onOpen({ what: 'rule', rule })} onRemove={() => onOpen({ what: 'remove', of: rule })} />
      )}
    </li>
  )
}

const Book = ({ book, onOpen }: Shown & { book: Playbook }) => (
  <li class="playbook-run">
    <p>
      <strong>{book.name}</strong>
    </p>
    <ol>
      {book.steps.map(({ title, owner, withinMinutes, message }, at) => (
        <li key={at}>
          <p>{title}</p>
          <p class="risk-basis">
            <span>{owner}</span>
            <span>{t('warnings.within', { span: formatSpan(withinMinutes * minuteMs) })}</span>
          </p>
          {message && (
            <p class="playbook-text" dir="auto">
              {message}
            </p>
          )}
        </li>
      ))}
    </ol>
    {mayChange() && (
      <Change name={book.name} onChange={() => onOpen({ what: 'playbook', book })} onRemove={() => onOpen({ what: 'remove', of: book })} />
    )}
  </li>
)

const Change = ({ name, onChange, onRemove }: { name: string; onChange: () => void; onRemove: () => void }) => (
  <div class="risk-actions">
    <button type="button" class="button button-small" aria-label={t('warnings.change', { name })} onClick={onChange}>
      {t('services.edit')}
    </button>
    <button type="button" class="button button-small" aria-label={t('warnings.remove', { name })} onClick={onRemove}>
      {t('warnings.remove-do')}
    </button>
  </div>
)

/** Says what goes with it before it goes. */
const RemoveDialog = ({ of, onClose }: { of: KeptWarningRule | Playbook; onClose: () => void }) => {
  const opened = [...alerts.value.values()].filter(({ facts, closedAt }) => facts.ruleId === of.id && !closedAt).length
  const rules = warningRules.value.filter(({ playbookId }) => playbookId === of.id).map(({ name }) => name)
  const about =
    'steps' in of
      ? [t('warnings.remove-playbook-about'), rules.length > 0 ? t('warnings.remove-playbook-rules', { rules: formatList(rules) }) : '']
      : [t('warnings.remove-rule-about', { count: opened })]
  return (
    <DeedDialog<undefined>
      title={t('warnings.remove', { name: of.name })}
      about={about.join(' ')}
      deed={t('warnings.remove-do')}
      onClose={onClose}
      send={() => ('steps' in of ? removePlaybook(of.id) : removeRule(of.id))}
    />
  )
}
