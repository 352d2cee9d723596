/** ISO 6346: three-letter owner, category U, J or Z, six digits and a check digit, such as CSQU3054383. */
export const isContainerNumber = (text: string) => /^[A-Z]{3}[UJZ]\d{7}$/.test(text) && checkDigit(text.slice(0, 10)) === Number(text[10])

// Letters count 10 to 38 leaving out the multiples of 11; position n weighs 2^n; modulo 11, and 10 becomes 0.
const checkDigit = (stem: string) => {
  const sum = [...stem].reduce((total, character, position) => total + letterValue(character) * 2 ** position, 0)
  return (sum % 11) % 10
}

const letterValue = (character: string) => {
  if (character <= '9') return Number(character)
  const ordinal = character.charCodeAt(0) - 'A'.charCodeAt(0)
  return ordinal + 10 + Math.floor((ordinal + 9) / 10)
}
