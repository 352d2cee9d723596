/**
 * An error as it may be written down. A statement that fails says which values it was given, and the database which row it has turned down:
 * names, addresses, hashes of passwords. Which statement it was, and why it failed, stays.
 */
export const withoutValues = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const { message, stack = '', cause } = error
  const { query, params, detail: _detail, where: _where, ...rest } = error as Error & Record<string, unknown>
  const said = params === undefined ? message : `Failed query: ${query}`
  return Object.assign(Object.create(Object.getPrototypeOf(error)), rest, {
    ...{ message: said, stack: stack.replace(message, () => said) },
    ...(error instanceof AggregateError && { errors: error.errors.map(withoutValues) }),
    ...(cause !== undefined && { cause: withoutValues(cause) }),
  })
}
