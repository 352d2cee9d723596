import type { Page } from 'playwright-core'

/**
 * What cannot be reached in a window of this size: the page or a table where it scrolls sideways, and each control that lies outside of the
 * window or of what holds it, where nothing scrolls to bring it in.
 */
export const clippedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`] : []
    for (const table of document.querySelectorAll('table'))
      for (let holder = table.parentElement; holder && table.checkVisibility(); holder = holder.parentElement)
        if (/auto|scroll/.test(getComputedStyle(holder).overflowX) && holder.scrollWidth > holder.clientWidth + 1)
          found.push(`the table "${table.textContent.trim().slice(0, 40)}" scrolls sideways in ${holder.localName}.${holder.className}`)
    const root = document.querySelector('dialog[open]') ?? document.body
    const controls = root.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    )
    const nameOf = (element: Element) =>
      `${element.localName}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`
    const scrolls = (style: CSSStyleDeclaration, axis: 'X' | 'Y') => /auto|scroll/.test(style[`overflow${axis}`])
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || control.closest('[inert], .leaflet-container'))
        continue
      const box = control.getBoundingClientRect()
      // Those that are there for screen readers only have no size, or wait above the page until they have the focus.
      if (box.width < 2 || box.height < 2 || control.matches('.skip')) continue
      let [free, cut] = [{ X: true, Y: true }, false]
      for (let holder = control.parentElement; holder; holder = holder.parentElement) {
        const style = getComputedStyle(holder)
        const edge = holder.getBoundingClientRect()
        if (style.clipPath !== 'none') cut = true
        if (scrolls(style, 'X')) free = { ...free, X: false }
        if (scrolls(style, 'Y')) free = { ...free, Y: false }
        const hides = (axis: 'X' | 'Y') => free[axis] && /hidden|clip/.test(style[`overflow${axis}`])
        if (hides('X') && (box.right < edge.left + 2 || box.left > edge.right - 2))
          found.push(`${nameOf(control)} is hidden by ${nameOf(holder)}`)
        if (hides('Y') && (box.bottom < edge.top + 2 || box.top > edge.bottom - 2))
          found.push(`${nameOf(control)} is hidden by ${nameOf(holder)}`)
        if (holder === root) break
      }
      if (cut) continue
      if (free.X && (box.right > clientWidth + 1 || box.left < -1)) found.push(`${nameOf(control)} lies outside of the window`)
      const pageScrolls = document.documentElement.scrollHeight > innerHeight && getComputedStyle(document.body).overflowY !== 'hidden'
      if (free.Y && !pageScrolls && box.top > innerHeight - 2) found.push(`${nameOf(control)} lies below the window`)
    }
    return [...new Set(found)]
  })
