import { beginWith, saveView } from '../../data/account/saved-views.ts'
import { t } from '../../i18n/t.ts'
import { currentQuery } from '../../state/address/saved-views.ts'
import { mayAct } from '../../state/people.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { refusal } from './refusal.ts'

const save = async (form: FormData) => {
  const result = await saveView({ name: String(form.get('name')).trim(), query: currentQuery.value, shared: form.has('shared') })
  if (result.ok && form.has('default')) await beginWith(result.value.id)
  return result
}

/** Keeps what the screen shows under a name. */
export const SaveDialog = ({ onClose }: { onClose: () => void }) => (
  <DeedDialog title={t('views.save-title')} deed={t('views.save-do')} sayRefusal={refusal} send={save} onClose={onClose}>
    {() => (
      <>
        <label>
          <span>{t('views.name')}</span>
          <input class="field" name="name" required maxLength={80} autoComplete="off" aria-describedby="deed-error" />
        </label>
        <div class="dialog-checks">
          {mayAct.value && (
            <label class="check">
              <input type="checkbox" name="shared" />
              <span>{t('views.share')}</span>
            </label>
          )}
          <label class="check">
            <input type="checkbox" name="default" />
            <span>{t('views.make-default')}</span>
          </label>
        </div>
      </>
    )}
  </DeedDialog>
)
