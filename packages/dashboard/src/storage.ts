/**
 * What a browser keeps for its user. Private windows of some browsers refuse storage altogether; a choice then lasts as long as the page.
 */
export const remembered = (key: string) => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export const remember = (key: string, value: string | undefined) => {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The same private windows.
  }
}
