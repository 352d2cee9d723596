import type { TradeRule } from '@lading/shared/contract/trade-rule'
import type { Mode } from '@lading/shared/domain/mode'
import {
  type DutyMeasure,
  type Relief,
  type TaxBase,
  type TradeRuleKind,
  tradeRuleKinds,
  type ValuationBasis,
} from '@lading/shared/domain/trade-rule'
import { useSignal } from '@preact/signals'
import { tellRule } from '../../data/customs/duties.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { PreviewedDialog } from './previewed-dialog.tsx'
import { nameOf, type TermField, type TermName, termFields, termsFrom, valueIn } from './term-fields.ts'

type Props = { rule?: TradeRule; onDone?: () => void; onClose: () => void }

/** Tells a rule, or a new version of one. */
export const RuleDialog = ({ rule, onDone, onClose }: Props) => {
  const kind = useSignal<TradeRuleKind>(rule?.terms.kind ?? 'duty')
  const codes = (text: FormDataEntryValue | null) =>
    String(text ?? '')
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean)
  return (
    <PreviewedDialog
      title={rule ? t('rules.edit-title', { key: rule.key }) : t('rules.new')}
      about={t('rules.edit-about')}
      {...(onDone && { onDone })}
      onClose={onClose}
      send={(form, preview) => {
        const text = (name: string) => String(form.get(name) ?? '').trim()
        return tellRule(
          {
            ...{ key: rule?.key ?? text('key'), destination: text('destination').toUpperCase(), origins: codes(form.get('origins')) },
            ...{ hsPrefix: text('hsPrefix'), terms: termsFrom(kind.value, form), source: text('source') },
            ...{ sourceUrl: text('sourceUrl') || null, isExample: rule?.isExample ?? false },
            ...{ validFrom: text('validFrom'), validTo: text('validTo') || null },
          },
          preview,
        )
      }}
    >
      <div class="duties-fields">
        {!rule && <Field name="key" pattern="[a-z0-9][a-z0-9.\-]{0,79}" needed />}
        <label>
          <span>{t('rule-field.kind')}</span>
          <select
            class="field"
            value={kind.value}
            disabled={rule !== undefined}
            onChange={({ currentTarget: { value } }) => {
              kind.value = value as TradeRuleKind
            }}
          >
            {tradeRuleKinds.map((one) => (
              <option key={one} value={one}>
                {t(`rule-kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field name="destination" value={rule?.destination} pattern="[A-Za-z]{2,4}" needed />
        <Field name="origins" value={rule?.origins.join(' ')} />
        <Field name="hsPrefix" value={rule?.hsPrefix} pattern="\d{2,10}" />
        <DayField name="validFrom" value={tomorrow()} needed />
        <DayField name="validTo" />
      </div>
      <div class="duties-fields" key={kind.value}>
        {termFields[kind.value].map((field) => (
          <Term key={nameOf(field)} field={field} value={valueIn(rule?.terms, field)} />
        ))}
      </div>
      <div class="duties-fields">
        <Field name="source" value={rule?.source} needed />
        <Field name="sourceUrl" value={rule?.sourceUrl ?? ''} pattern="https?://.+" />
      </div>
    </PreviewedDialog>
  )
}

/** A change that is told today is rarely of today. */
const tomorrow = () => new Date(nowMs.value + 86_400_000).toISOString().slice(0, 10)

type FieldProps = {
  name: 'key' | 'destination' | 'origins' | 'hsPrefix' | 'source' | 'sourceUrl'
  value?: string | undefined
  pattern?: string
  needed?: boolean
}

const Field = ({ name, value = '', pattern, needed = false }: FieldProps) => (
  <label>
    <span>{t(`rule-field.${name}`)}</span>
    <input class="field" name={name} defaultValue={value} pattern={pattern} required={needed} autoComplete="off" />
  </label>
)

const DayField = ({ name, value = '', needed = false }: { name: 'validFrom' | 'validTo'; value?: string; needed?: boolean }) => (
  <label>
    <span>{t(`rule-field.${name}`)}</span>
    <input class="field" name={name} type="date" defaultValue={value} required={needed} />
  </label>
)

/** How choices are said. */
const sayOption: Record<NonNullable<TermField['family']>, (one: string) => string> = {
  valuation: (one) => t(`valuation.${one as ValuationBasis | 'goods'}`),
  measure: (one) => t(`measure.${one as DutyMeasure}`),
  'relief-of': (one) => t(`relief-of.${one as Relief}`),
  'tax-base': (one) => t(`tax-base.${one as TaxBase}`),
  mode: (one) => t(`mode.${one as Mode}`),
}

const Term = ({ field, value }: { field: TermField; value: unknown }) => {
  const { path, how, options = [], family, needed = false } = field
  const label = t(`rule-field.${path.at(-1) as TermName}`)
  const option = (one: string) => (family ? sayOption[family](one) : one)
  const chosen = (Array.isArray(value) ? value : [value]).map(String)
  if (how === 'choices')
    return (
      <fieldset class="dialog-checks">
        <legend>{label}</legend>
        {options.map((one) => (
          <label key={one}>
            <input type="checkbox" name={nameOf(field)} value={one} defaultChecked={chosen.includes(one)} /> {option(one)}
          </label>
        ))}
      </fieldset>
    )
  if (how === 'choice')
    return (
      <label>
        <span>{label}</span>
        <select class="field" name={nameOf(field)}>
          {options.map((one) => (
            <option key={one} value={one} selected={chosen.includes(one)}>
              {option(one)}
            </option>
          ))}
        </select>
      </label>
    )
  return (
    <label>
      <span>{label}</span>
      <input
        class="field"
        name={nameOf(field)}
        defaultValue={value === undefined ? '' : chosen.join(' ')}
        required={needed}
        autoComplete="off"
        {...(how === 'decimal' && { inputMode: 'decimal' as const, pattern: '\\d{1,9}(\\.\\d{1,6})?' })}
        {...(how === 'currency' && { pattern: '[A-Z]{3}', maxLength: 3 })}
      />
    </label>
  )
}
