/** UN/LOCODE: two letters of country, three characters of place (A–Z, 2–9), such as NLRTM. */
export const isUnlocode = (text: string) => /^[A-Z]{2}[A-Z2-9]{3}$/.test(text)
