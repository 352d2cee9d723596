import type { App } from '../app.ts'
import type { Dependencies } from '../dependencies.ts'
export const trackingPageRoutes = async (_app: App, _deps: Dependencies) => {}
