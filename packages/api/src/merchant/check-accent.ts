import type { NewMerchant } from '@lading/shared/contract/merchant'
import { accentContrast, grounds, type Scheme, textContrast } from '@lading/shared/domain/contrast'
import type { Issue } from '@lading/shared/issue/issue'

/** A colour that words cannot be read in is refused, with the contrast that it has (WCAG 2.2, 1.4.3). */
export const checkAccent = ({ accent }: NewMerchant): Issue[] =>
  (accent ? (Object.keys(grounds) as Scheme[]) : []).flatMap((scheme) => {
    const ratio = accentContrast(accent?.[scheme].toLowerCase() ?? '', scheme)
    if (ratio >= textContrast) return []
    // Rounded down: what is not enough never reads as enough.
    const found = (Math.floor(ratio * 100) / 100).toFixed(2)
    return [
      {
        path: `/accent/${scheme}`,
        message: `has a contrast of ${found}:1 to the page, which is ${scheme}; ${textContrast}:1 at least is needed (WCAG 2.2, 1.4.3)`,
      },
    ]
  })
