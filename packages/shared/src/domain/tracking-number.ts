import { isContainerNumber } from './container-number.ts'
import { isS10 } from './s10.ts'
import { isSscc } from './sscc.ts'

/**
 * What is wrong with a tracking number, or `undefined` if nothing is. A number that has the shape of an ISO 6346
 * container number, an SSCC or a UPU S10 item number must also have its check digit right: a typing error in one of
 * these is found here, not by a customer. Any other number of 4 to 40 capital letters, digits and hyphens is taken as it is.
 */
export const trackingNumberProblem = (text: string): string | undefined => {
  if (!/^[A-Z0-9][A-Z0-9-]{3,39}$/.test(text)) return '4 to 40 capital letters, digits or hyphens are expected'
  if (/^[A-Z]{3}[UJZ]\d{7}$/.test(text) && !isContainerNumber(text)) return 'the check digit of the container number (ISO 6346) is wrong'
  if (/^\d{18}$/.test(text) && !isSscc(text)) return 'the check digit of the SSCC (GS1) is wrong'
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text) && !isS10(text)) return 'the check digit of the postal item number (UPU S10) is wrong'
  return undefined
}
