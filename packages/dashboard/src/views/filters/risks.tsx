import { promiseStates } from '@lading/shared/domain/promise'
import { riskKinds } from '@lading/shared/domain/risk'
import { riskLevels } from '@lading/shared/domain/risk-level'
import { t } from '../../i18n/t.ts'
import { filter, goFilter } from '../../state/address/live-map.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Checks } from './choice.tsx'

/** Whether the promise is in danger by the arrival time, and what else speaks against it, by kind and by how much. */
export const Risks = () => {
  const { promises, risk } = filter.value
  const { kinds, level } = risk
  const named = [
    ...promises.map((value) => t(`filter.promise-${value}`)),
    ...kinds.map((kind) => t(`risk-kind.${kind}`)),
    ...(level ? [t(`risk-level.${level}`)] : []),
  ]
  const summary = named.length > 1 ? t('filter.several', { name: t('filter.promise'), count: named.length }) : named[0]
  return (
    <Disclosure isOn={named.length > 0} summary={summary ?? t('filter.promise')}>
      {() => (
        <>
          <Checks
            label={t('filter.promise')}
            options={promiseStates.map((value) => ({ value, text: t(`filter.promise-${value}`) }))}
            chosen={promises}
            onChoose={(chosen) => goFilter({ promises: chosen })}
          />
          <hr />
          <label class="more-field filter-level">
            <span>{t('filter.risk-level')}</span>
            <select
              class="field field-small"
              value={level ?? ''}
              onChange={({ currentTarget }) => goFilter({ risk: { kinds, level: riskLevels.find((one) => one === currentTarget.value) } })}
            >
              <option value="">{t('filter.any')}</option>
              {riskLevels.map((one) => (
                <option key={one} value={one}>
                  {t(`risk-level.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <Checks
            label={t('filter.risk-kinds')}
            options={riskKinds.map((value) => ({ value, text: t(`risk-kind.${value}`) }))}
            chosen={kinds}
            onChoose={(chosen) => goFilter({ risk: { kinds: chosen, level } })}
          />
        </>
      )}
    </Disclosure>
  )
}
