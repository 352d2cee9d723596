import type { Page } from 'playwright-core'

/** What would move if it changed: elements with a transition, an animation or scrolling that takes its time. */
export const movingIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const takesTime = (durations: string) => durations.split(', ').some((each) => Number.parseFloat(each) > 0)
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element)
      const moves = takesTime(transitionDuration) || (animationName !== 'none' && takesTime(animationDuration))
      return moves || scrollBehavior === 'smooth' ? [`${element.localName}.${element.className}`] : []
    })
  })
