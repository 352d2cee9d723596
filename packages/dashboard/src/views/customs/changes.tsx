import type { CustomsEntry, CustomsEntryChanges } from '@lading/shared/contract/customs'
import { useSignal } from '@preact/signals'
import { readChanges } from '../../data/customs/customs.ts'
import { formatList } from '../../format/list.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Time } from '../parts/time.tsx'

type Change = CustomsEntryChanges['items'][number]
type Read = { items: Change[] } | { failure: Failure }

/** Who changed what of a declaration, read when somebody wants to know. */
export const Changes = ({ shipmentId, entry }: { shipmentId: string; entry: CustomsEntry }) => {
  const read = useSignal<Read | undefined>(undefined)
  const load = async () => {
    const result = await readChanges(shipmentId, entry.legSequence)
    read.value = result.ok ? { items: result.value.items } : { failure: result.failure }
  }
  return (
    <details
      class="customs-changes"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void load()
      }}
    >
      <summary>{t('customs.changes')}</summary>
      {read.value && 'failure' in read.value && <FailureNote failure={read.value.failure} />}
      {read.value && 'items' in read.value && <Listed items={read.value.items} />}
    </details>
  )
}

const Listed = ({ items }: { items: Change[] }) =>
  items.length === 0 ? (
    <p>{t('customs.unchanged')}</p>
  ) : (
    <ol class="events">
      {items.map(({ changedAt, by, field, before, after }) => (
        <li key={`${changedAt} ${field}`}>
          <Time at={changedAt} />
          <span>
            <strong>{isField(field) ? t(`customs-field.${field}`) : field}</strong>
            <small>{t('customs.changed', { before: said(before), after: said(after) })}</small>
            <small>{by ? by.name : t('customs.changed-by-program')}</small>
          </span>
        </li>
      ))}
    </ol>
  )

const fields = [
  ...(['country', 'office', 'reference', 'declarant', 'broker', 'lastFreeDay'] as const),
  ...(['requiredDocuments', 'presentDocuments', 'documentsValidUntil', 'restrictions', 'duties'] as const),
]
const isField = (name: string): name is (typeof fields)[number] => fields.some((field) => field === name)

type Paid = { minorUnits: number; currency: string }
const isPaid = (value: unknown): value is Paid =>
  typeof value === 'object' && value !== null && 'minorUnits' in value && 'currency' in value

/** What a field said, as people read it. */
const said = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? t('customs.said-nothing') : formatList(value.map(String))
  if (isPaid(value)) return formatMoney(value)
  if (typeof value === 'object' && value !== null) {
    const dates = Object.entries(value).map(([document, day]) => `${document} ${day}`)
    return dates.length === 0 ? t('customs.said-nothing') : formatList(dates)
  }
  return value === null || value === '' ? t('customs.said-nothing') : String(value)
}
