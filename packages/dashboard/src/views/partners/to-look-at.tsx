import type { SubmissionList } from '@lading/shared/contract/partner-document'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { goPartners, partnersUrl } from '../../state/address/partners.ts'
import { partnerDetail } from '../../state/partners.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { useAnswer } from '../parts/use-answer.ts'

/** Whose documents wait for somebody to look at them. */
export const ToLookAt = () => {
  const { value, load } = useAnswer<SubmissionList>('/v1/partner-submissions')
  useEffect(load, [partnerDetail.value])
  const waiting = new Map((value.value?.items ?? []).map(({ partner: { code, name } }) => [code, name]))
  if (waiting.size === 0) return null
  return (
    <p class="partner-to-look-at">
      <span>{t('submissions.to-look-at')}</span>
      {[...waiting].map(([code, name]) => (
        <ScreenLink key={code} href={partnersUrl({ selected: code })} onGo={() => goPartners({ selected: code })}>
          {name}
        </ScreenLink>
      ))}
    </p>
  )
}
