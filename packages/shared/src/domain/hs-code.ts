/** Harmonised System code: six digits, with national extensions eight to ten. */
export const isHsCode = (text: string) => /^\d{6}(\d{2}){0,2}$/.test(text)
