// Languages and zones are few, but they come from outside: whoever asks for many fills no more than this.
const most = 2_000

/** The same function, which makes the same thing once for a language and options. */
export const remembered = <Options extends object, Made>(make: (language: string, options: Options) => Made) => {
  const made = new Map<string, Made>()
  return (language: string, options: Options): Made => {
    const key = `${language} ${JSON.stringify(options)}`
    const known = made.get(key)
    if (known) return known
    if (made.size >= most) made.clear()
    const fresh = make(language, options)
    made.set(key, fresh)
    return fresh
  }
}
