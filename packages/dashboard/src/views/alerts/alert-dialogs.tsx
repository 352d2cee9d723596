import { asking } from '../../state/queue/asking.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { AssignForm } from './assign-form.tsx'
import { CommentForm } from './comment-form.tsx'
import { ResolveForm } from './resolve-form.tsx'
import { SnoozeForm } from './snooze-form.tsx'

const forms = { assign: AssignForm, snooze: SnoozeForm, resolve: ResolveForm, comment: CommentForm }

/** Asks what an act needs to know, in a dialog; which one, `asking` says. */
export const AlertDialogs = () => {
  if (!asking.value) return null
  const { what, alerts, giveFocusBack } = asking.value
  const Form = forms[what]
  return (
    <Dialog
      titleId="alert-dialog-title"
      locked={false}
      onClose={() => {
        asking.value = undefined
        giveFocusBack()
      }}
    >
      {(close) => <Form alerts={alerts} onDone={close} />}
    </Dialog>
  )
}
