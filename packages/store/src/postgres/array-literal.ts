/**
 * Arrays as PostgreSQL reads them. A whole column of a batch goes as one text parameter; that is several times faster than
 * having the driver write a list element by element.
 */
export const numberArray = (values: (number | undefined)[]) => {
  let literal = ''
  for (const value of values) literal += `${literal ? ',' : ''}${value ?? 'NULL'}`
  return `{${literal}}`
}

export const textArray = (values: (string | undefined)[]) =>
  `{${values.map((value) => (value === undefined ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`
