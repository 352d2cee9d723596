import type { PartnerDetail } from '@lading/shared/contract/partner'
import { partnerRoles } from '@lading/shared/domain/partner'
import { savePartner } from '../../data/partner/partners.ts'
import { countryName } from '../../format/country.ts'
import { spoken } from '../../i18n/spoken.ts'
import { t } from '../../i18n/t.ts'
import { goPartners } from '../../state/address/partners.ts'
import { lines } from '../customs/lines.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'

type Props = { partner?: PartnerDetail | undefined; onClose: () => void }

const fields = ['/params/code', '/name', '/country', '/roles', '/aliases', '/reviewDue']

/** Adds a partner, or says anew what it is. */
export const PartnerDialog = ({ partner, onClose }: Props) => (
  <DeedDialog<PartnerDetail>
    title={t(partner ? 'partners.edit' : 'partners.add')}
    deed={t('order.save')}
    fields={fields}
    onClose={onClose}
    onDone={({ code }) => {
      if (!partner) goPartners({ selected: code })
    }}
    send={(form) => {
      const roles = partnerRoles.filter((role) => form.get(`role ${role}`) === 'on')
      if (roles.length === 0) return t('partners.no-roles')
      return savePartner(partner?.code ?? String(form.get('code')).trim(), {
        ...{ name: String(form.get('name')).trim(), country: String(form.get('country')), roles },
        ...{ aliases: lines(form.get('aliases')), identifiers: partner?.identifiers ?? [] },
        reviewDue: String(form.get('reviewDue') ?? '') || null,
      })
    }}
  >
    {(error) => (
      <>
        {!partner && (
          <label>
            <span>{t('partner-field.code')}</span>
            <input class="field" name="code" required maxLength={40} pattern="[a-z0-9][a-z0-9\-]*" autoComplete="off" spellcheck={false} />
            <small>{t('merchants.code-about')}</small>
            <FieldError id="partner-code-error" messages={error('/params/code')} />
          </label>
        )}
        <label>
          <span>{t('partner-column.name')}</span>
          <input class="field" name="name" required maxLength={120} defaultValue={partner?.name} autoComplete="off" />
          <FieldError id="partner-name-error" messages={error('/name')} />
        </label>
        <label>
          <span>{t('partner-column.country')}</span>
          <select class="field" name="country" defaultValue={partner?.country ?? 'NL'}>
            {countries().map((code) => (
              <option key={code} value={code}>
                {countryName(code)}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="dialog-checks partner-roles">
          <legend>{t('partner-column.roles')}</legend>
          {partnerRoles.map((role) => (
            <label key={role}>
              <input type="checkbox" name={`role ${role}`} defaultChecked={partner?.roles.includes(role)} />
              {t(`party.${role}`)}
            </label>
          ))}
        </fieldset>
        <label>
          <span>{t('partner-field.aliases')}</span>
          <textarea class="field" name="aliases" rows={2} defaultValue={partner?.aliases.join('\n')} />
          <small>{t('partners.aliases-about')}</small>
          <FieldError id="partner-aliases-error" messages={error('/aliases')} />
        </label>
        <label>
          <span>{t('partner-field.review-due')}</span>
          <input class="field" name="reviewDue" type="date" defaultValue={partner?.reviewDue ?? ''} />
          <FieldError id="partner-review-error" messages={error('/reviewDue')} />
        </label>
      </>
    )}
  </DeedDialog>
)

const countries = () => Object.keys(spoken().countries).toSorted((one, other) => countryName(one).localeCompare(countryName(other)))
