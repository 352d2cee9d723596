/** GS1 serial shipping container code: 18 digits, the last a modulo-10 check digit. */
export const isSscc = (text: string) => /^\d{18}$/.test(text) && gs1CheckDigit(text.slice(0, 17)) === Number(text[17])

/** The GS1 check digit of a string of digits: weights 3 and 1 in turn from the right. */
export const gs1CheckDigit = (digits: string) => {
  const sum = [...digits].reverse().reduce((total, digit, position) => total + Number(digit) * (position % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
