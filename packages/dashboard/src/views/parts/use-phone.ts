import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const query = '(max-width: 760px)'

/** Whether the page is as narrow as the style sheets take for a phone. */
export const usePhone = () => {
  const phone = useSignal(matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = () => {
      phone.value = list.matches
    }
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [phone])
  return phone.value
}
