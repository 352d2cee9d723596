const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** UPU S10 postal item number: service indicator, eight digits, check digit, country, such as RB473124829NL. */
export const isS10 = (text: string) => /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text) && s10CheckDigit(text.slice(2, 10)) === Number(text[10])

/** The check digit of the eight serial digits: 11 − (weighted sum mod 11), where 10 becomes 0 and 11 becomes 5. */
export const s10CheckDigit = (serial: string) => {
  const sum = weights.reduce((total, weight, position) => total + weight * Number(serial[position]), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 0 : digit === 11 ? 5 : digit
}
