import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Markup as tagged templates. Every value that is put into it is escaped. */
export { html }

export const renderPage = (page: VNode) => `<!doctype html>${renderToString(page)}`
