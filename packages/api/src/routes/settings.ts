import { DashboardSettings } from '@lading/shared/contract/clock'
import type { App } from '../app.ts'
import type { Dependencies } from '../dependencies.ts'

export const settingsRoutes = async (app: App, { clock, settings }: Dependencies) => {
  app.get(
    '/v1/settings',
    {
      config: { access: 'public' },
      schema: { tags: ['settings'], summary: 'The platform clock and the map tiles', response: { 200: DashboardSettings } },
    },
    async () => ({ clock: { now: clock.now().toISOString(), speed: settings.clockSpeed }, tiles: settings.tiles }),
  )
}
