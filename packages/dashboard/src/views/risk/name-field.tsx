import { t } from '../../i18n/t.ts'
import { TextField } from '../dialog/fields.tsx'

/** What a rule or a playbook is called; each has a name of its own. */
export const NameField = ({ value, error }: { value?: string | undefined; error: string[] }) => (
  <TextField name="name" label={t('warning-field.name')} required most={80} value={value} isProse messages={error} />
)
