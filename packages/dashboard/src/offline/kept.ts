/** When an answer that comes from the browser's store was new; an answer of the server does not have it. */
export const keptAtHeader = 'x-kept-at'

/** What may be kept: answers that a screen is made of. Not the live feed, not files to take along, nothing of other servers. */
export const isKept = ({ method, url }: Pick<Request, 'method' | 'url'>, origin: string) => {
  const { pathname, origin: its } = new URL(url)
  if (method !== 'GET' || its !== origin) return false
  return (pathname.startsWith('/v1/') && !/^\/v1\/live|\/export\//.test(pathname)) || /^\/track\/[^/]+(\/map\.json)?$/.test(pathname)
}

/** So many answers are kept, the newest ones. */
export const keptMost = 300
