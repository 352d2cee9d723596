/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope

type Note = { title: string; body: string; url: string; tag: string; lang: string; dir: 'ltr' | 'rtl' }

/** Shows notes of shipments and opens the page that they are about; it does nothing else, and keeps nothing. */
self.addEventListener('push', (event) => {
  if (!event.data) return
  const { title, body, url, tag, lang, dir } = event.data.json() as Note
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, dir, icon: '/favicon.svg', data: url }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = new URL(String(event.notification.data), self.location.origin)
  if (url.origin === self.location.origin) event.waitUntil(self.clients.openWindow(url.pathname))
})

// Its names are its own.
export {}
