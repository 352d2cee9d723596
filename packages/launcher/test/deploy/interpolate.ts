/** Compose's `${NAME}`, `${NAME:-default}` and `${NAME:?reason}`, and `$$` for a dollar sign. */
export const interpolate = (text: string, env: Record<string, string>) =>
  text.replaceAll(/\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g, (match, name?: string, operator?: string, rest?: string) => {
    if (match === '$$' || name === undefined) return '$'
    const value = env[name]
    if (value) return value
    if (operator === '?') throw new Error(`${name}: ${rest}`)
    return operator === '-' ? (rest ?? '') : ''
  })

/** NAME=value lines, without comments. */
export const parseEnvironment = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
