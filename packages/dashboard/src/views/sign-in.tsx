import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { signIn } from '../data/server/session.ts'
import { t } from '../i18n/t.ts'
import { LanguageMenu } from './frame/language-menu.tsx'
import { Logo } from './frame/logo.tsx'
import { failureText } from './parts/failure-note.tsx'

const reasons = { 'session-ended': 'sign-in.session-ended', 'signed-out': 'sign-in.signed-out' } as const

/** Plain fields with their autocomplete names, so that password managers fill them. */
export const SignIn = ({ reason }: { reason?: keyof typeof reasons }) => {
  const busy = useSignal(false)
  const error = useSignal('')
  const password = useRef<HTMLInputElement>(null)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    busy.value = true
    error.value = ''
    const result = await signIn({ email: String(fields.get('email')).trim(), password: String(fields.get('password')) })
    busy.value = false
    if (result.ok) return
    const status = result.failure.kind === 'answer' ? result.failure.status : 0
    if (status === 401 || status === 400) error.value = t('sign-in.wrong')
    else error.value = status === 429 ? t('sign-in.too-many') : failureText(result.failure)
    password.current?.select()
  }

  return (
    <main class="sign-in">
      <form class="sign-in-form" onSubmit={submit} aria-labelledby="sign-in-title">
        <div class="sign-in-head">
          <Logo />
          <LanguageMenu />
        </div>
        <h1 id="sign-in-title">{t('sign-in.title')}</h1>
        <p class="sign-in-intro">{reason ? t(reasons[reason]) : t('sign-in.intro')}</p>
        <label>
          <span>{t('sign-in.email')}</span>
          <input class="field" type="email" name="email" autoComplete="username" required maxLength={254} />
        </label>
        <label>
          <span>{t('sign-in.password')}</span>
          <input
            class="field"
            ref={password}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            maxLength={200}
            aria-describedby="sign-in-error"
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            onChange={({ currentTarget }) => {
              if (password.current) password.current.type = currentTarget.checked ? 'text' : 'password'
            }}
          />
          <span>{t('sign-in.show-password')}</span>
        </label>
        <p class="sign-in-error" id="sign-in-error" role="alert">
          {error.value}
        </p>
        <button type="submit" class="button button-primary" disabled={busy.value}>
          {t(busy.value ? 'sign-in.submitting' : 'sign-in.submit')}
        </button>
      </form>
    </main>
  )
}
