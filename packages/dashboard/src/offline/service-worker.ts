/// <reference lib="webworker" />
import { isKept, keptAtHeader, keptMost } from './kept.ts'

declare const self: ServiceWorkerGlobalScope

/** Files with a hash in their name, and the page that loads them. */
const shellCache = 'shell-1'
/** The last answers of the server, which belong to whoever is signed in. */
const answerCache = 'answers-1'

/**
 * The network first, always: what is kept is only for when no answer comes, and says since when it is kept. Files of the build never
 * change under one name and come from the store. Whoever signs in, signs out or is signed out finds no answers of
 * somebody else.
 */
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromStoreFirst(request))
  else if (pathname === '/v1/session' && request.method !== 'GET') event.waitUntil(caches.delete(answerCache))
  else if (isKept(request, self.location.origin)) event.respondWith(fromNetworkFirst(request))
  else if (request.mode === 'navigate' && !pathname.startsWith('/v1/')) event.respondWith(shell(request))
})

/** The page says what it loaded before this worker was there. */
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (Array.isArray(data?.keep)) void keepFiles(data.keep)
})

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(activate()))

const activate = async () => {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== shellCache && name !== answerCache).map((name) => caches.delete(name)))
  await self.clients.claim()
}

const fromStoreFirst = async (request: Request) => {
  const kept = await caches.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(shellCache)).put(request, response.clone())
  return response
}

const fromNetworkFirst = async (request: Request) => {
  try {
    const response = await fetch(request)
    if (response.status === 401) await caches.delete(answerCache)
    else if (response.ok) void keep(request, response.clone())
    return response
  } catch (error) {
    const kept = await (await caches.open(answerCache)).match(request)
    if (kept) return kept
    throw error
  }
}

const keep = async (request: Request, response: Response) => {
  const headers = new Headers(response.headers)
  headers.set(keptAtHeader, new Date().toISOString())
  // Every language of a tracking page is kept under the address alone.
  headers.delete('vary')
  const cache = await caches.open(answerCache)
  await cache.put(request, new Response(await response.blob(), { status: response.status, headers }))
  const keys = await cache.keys()
  // Oldest first; what is put again moves to the end.
  await Promise.all(keys.slice(0, Math.max(0, keys.length - keptMost)).map((old) => cache.delete(old)))
}

/** The dashboard is one page under many addresses. */
const shell = async (request: Request) => {
  try {
    const response = await fetch(request)
    if (response.ok && response.headers.get('content-type')?.startsWith('text/html'))
      await (await caches.open(shellCache)).put('/', response.clone())
    return response
  } catch (error) {
    const kept = await caches.match('/')
    if (kept) return kept
    throw error
  }
}

/** A new build has new files; those of the one before go. */
const keepFiles = async (urls: string[]) => {
  const cache = await caches.open(shellCache)
  const wanted = new Set(urls.filter((url) => new URL(url).origin === self.location.origin))
  for (const { url } of await cache.keys()) if (new URL(url).pathname.startsWith('/assets/') && !wanted.has(url)) await cache.delete(url)
  for (const url of wanted) if (!(await cache.match(url))) await cache.add(url).catch(() => undefined)
  if (!(await cache.match('/'))) await cache.add('/').catch(() => undefined)
}
