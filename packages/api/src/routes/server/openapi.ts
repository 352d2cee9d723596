import type { App } from '../../app.ts'
import { withPrefixItems } from '../../plugins/openapi.ts'

export const openapiRoutes = async (app: App) => {
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => withPrefixItems(app.swagger()))
}
